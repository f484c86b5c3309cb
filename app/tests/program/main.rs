//! Tests of the program as its keepers run it: the real binary, its exit codes, its files and its death.

mod attachments;
mod browser;
mod choosing;
mod commands;
mod crash;
mod evidence;
mod figures;
mod nodes;
mod running;
mod spoiling;
