//! Goals, objects and money: what is to be reached, who is to do it, and with which kronor.

mod goals;
mod money;
mod objects;
mod organisation;
mod plans;
mod town;
mod turn;
mod years;
