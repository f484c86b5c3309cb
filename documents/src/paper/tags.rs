//! The tag tree: what a screen reader walks, grown while blocks are laid out
//! and tied to the page while they are drawn.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TagId(usize);

/// Every node, in the order they were planted; a node's parent comes before it.
#[derive(Default)]
pub(super) struct Tags {
    nodes: Vec<Planted>,
    roots: Vec<Child>,
}

struct Planted {
    kind: TagKind,
    children: Vec<Child>,
}

#[derive(Clone, Copy)]
enum Child {
    Branch(TagId),
    Leaf(Identifier),
}

impl Tags {
    /// Plants a node last under `parent`, or last at the root.
    pub fn plant(&mut self, parent: Option<TagId>, kind: impl Into<TagKind>) -> TagId {
        let id = TagId(self.nodes.len());
        self.nodes.push(Planted { kind: kind.into(), children: Vec::new() });
        self.children(parent).push(Child::Branch(id));
        id
    }

    /// Ties what was just drawn to a node, after what it already holds.
    pub fn tie(&mut self, id: TagId, drawn: Identifier) {
        self.nodes[id.0].children.push(Child::Leaf(drawn));
    }

    /// Ties a link's clickable area to its node, before the words it belongs to.
    pub fn tie_first(&mut self, id: TagId, area: Identifier) {
        self.nodes[id.0].children.insert(0, Child::Leaf(area));
    }

    /// The tree in the PDF writer's terms.
    pub fn into_tree(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for child in &self.roots {
            tree.push(self.node(*child));
        }
        tree
    }

    fn children(&mut self, parent: Option<TagId>) -> &mut Vec<Child> {
        match parent {
            Some(TagId(index)) => &mut self.nodes[index].children,
            None => &mut self.roots,
        }
    }

    fn node(&self, child: Child) -> Node {
        match child {
            Child::Leaf(identifier) => identifier.into(),
            Child::Branch(TagId(index)) => {
                let planted = &self.nodes[index];
                let children = planted.children.iter().map(|child| self.node(*child)).collect();
                TagGroup::with_children(planted.kind.clone(), children).into()
            }
        }
    }
}
