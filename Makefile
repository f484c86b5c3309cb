# The commands of this repository. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help assets

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

assets: ## fetch the style sheets, the typefaces and the script that the build embeds
	@scripts/assets.sh
