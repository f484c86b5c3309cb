"""Every kind of page, found by following links from the first one, and how long each takes."""

import collections
import html
import re
import time

# How many pages of one kind are looked at, and how often each is asked for.
OF_A_KIND, TIMES = 3, 7
# What leads elsewhere, or to a file.
NOT_PAGES = re.compile(r"[?&](as_of|at|export|done)=|/language/|/session|/pdf|\.(ics|json|zip|pdf|svg|css|js|woff2)\b|/attachments/")


def slowest(reader, how_many):
    """How many pages there were, and the slowest of them: each page's quickest answer in ms, and its address."""
    found = []
    for path in pages(reader):
        found.append((min(timed(reader, path) for _ in range(TIMES)), path))
    return len(found), sorted(found, reverse=True)[:how_many]


def pages(reader):
    """Addresses of pages, a few of each kind."""
    ahead, seen, kinds = ["/"], {"/"}, collections.Counter()
    for path in ahead:
        status, head, body = reader.open(path)
        if status != 200 or "text/html" not in head:
            continue
        yield path
        for link in map(html.unescape, re.findall(r'href="(/[^"#]*)', body)):
            kind = kind_of(link)
            if link not in seen and not NOT_PAGES.search(link) and kinds[kind] < OF_A_KIND:
                kinds[kind] += 1
                seen.add(link)
                ahead.append(link)


def kind_of(link):
    """The address without what tells one thing from another: identities, and the values of its questions."""
    path, _, questions = link.partition("?")
    parts = path.strip("/").split("/")
    asked = sorted(question.partition("=")[0] for question in questions.split("&"))
    return "/".join(part for part in parts if not re.search(r"[-0-9]", part)), len(parts), *asked


def timed(reader, path):
    begun = time.perf_counter()
    reader.open(path)
    return (time.perf_counter() - begun) * 1000
