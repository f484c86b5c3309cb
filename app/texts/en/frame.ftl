# The frame around every page, and what is about Styrbord itself.
frame-skip = Skip to the content
frame-menu = Menu
frame-navigation = Main menu
frame-trail = You are here
frame-other-language = På svenska
frame-as-of = Show the page as it was on
frame-as-of-button = Show the day
frame-citizen = You are not signed in
frame-sign-in = Sign in
frame-change-person = Change person

nav-overview = Overview
nav-mine = Mine
nav-goals = Goals
nav-objects = Objects
nav-initiatives = Initiatives
nav-fund = The fund
nav-money = Money
nav-decisions = Decisions
nav-follow-up = Follow-up
nav-audit = Audit

foot-delegations = Delegation order
foot-permissions = Who may do what
foot-ledger = The ledger
foot-accessibility = Accessibility
foot-ledger-head = { $size ->
    [one] One entry in the ledger
   *[other] { $size } entries in the ledger
}

banner-as-of = You see things as they were on { $date }. Nothing can be changed here.
banner-at = You see the papers as they were on { $date }, when the ledger had { $size } entries. Nothing can be changed here.
banner-as-of-back = Go to today
banner-demo = The demo municipality: its clock runs from { $date }. Facts marked “example” are invented, the others come from the audit report.

mark-example = example
mark-report = report { $section }

export-as = Get the list as
export-xlsx = Excel
export-csv = CSV

list-filter = Narrow the list
list-show = Show
list-clear = Show all
list-any = All
list-none = There is nothing to show here.
list-found = { $count } of { $all } shown.
list-sum = Sum, { $count } rows
list-pages = Pages of the list
list-position = Rows { $first }–{ $last } of { $count }
list-previous = Previous
list-next = Next

unit-million = SEK m
unit-thousand = SEK k

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

subject-municipality = The municipality

session-title = Who are you?
session-lead = In the demo municipality you choose who to be. You see and can do what that person may.
session-closed = Sign-in with the municipality’s own identity provider is not connected yet. Without signing in you see what is public.
session-citizen = Be none of them: look as a citizen

permissions-title = Who may do what
permissions-lead = Every act in Styrbord stands in a table. Whoever has any of what stands to the right may do it. The right follows from appointments and delegations in the ledger, never from a setting.
permissions-caption = { $room }: acts and who may do them
permissions-act = Act
permissions-who = Who may

ledger-title = The ledger
ledger-lead = Everything done in Styrbord is written as an entry that cannot be changed. The entries are chained and signed, so that anyone can check that nothing has been removed or altered.
ledger-checkpoint = The latest checkpoint
ledger-checkpoint-help = The number of entries, the root of the tree and the signature. Keep it somewhere else, and it can be compared later.
ledger-entries = All entries
ledger-words = Search for what it is about or who
ledger-year = Year
ledger-seq = No.
ledger-at = When
ledger-act = What
ledger-about = About
ledger-who = Who

problem-home = Go to the overview
problem-not-found-title = There is no such page
problem-not-found = The address leads to nothing in Styrbord. It may be misspelt, or what you look for has never existed.
problem-forbidden-title = You may not do that
problem-forbidden = Nothing has been changed. “Who may do what” at the foot of the page says who may.
problem-sign-in-title = Sign in first
problem-sign-in = Sign in to see the page.
problem-foreign-title = The form could not be received
problem-foreign = Nothing has been changed. You may have been signed out, or changed person, since the page was shown. Go back, reload the page and send it again.
problem-query-title = The address cannot be read
problem-query = What stands after the question mark in the address cannot be read. Go back and try again.
problem-date-title = The day cannot be read
problem-date = Write the day as year, month and day, for example 2023-08-25.
problem-future-title = That day has not been yet
problem-future = Styrbord can show how it was on an earlier day, not how it will be.
problem-form-title = The form cannot be read
problem-form = Nothing has been changed. Go back and try again.
problem-long-form-title = The form is too large
problem-long-form = Nothing has been changed. Shorten the texts and try again.
problem-refused-title = It could not be done
problem-refused = Nothing has been changed. This must be mended first:
problem-storage-title = It could not be saved just now
problem-storage = Nothing has been changed. Try again in a while. If it happens again, tell whoever runs Styrbord.

room-organisation = Organisation
room-goals = Goals and strategy
room-objects = Objects
room-money = Money
room-initiatives = Initiatives
room-fund = The fund
room-forums = Forums and decisions
room-follow-up = Follow-up
room-audit = Audit

standing-Founder = whoever founds an empty municipality
standing-Staff = everyone employed or elected
standing-Administrator = whoever administers Styrbord
standing-DigitalisationDepartment = the digitalisation department
standing-Secretary = committee secretaries
standing-Controller = controllers
standing-Auditor = auditors
standing-ChiefExecutive = the chief executive
standing-ForumMember = members of the forum
standing-ObjectOwner = the object’s owner
standing-ObjectManager = the object’s managers
delegate-fund-applications = whoever is delegated to allocate the fund
delegate-object-plans = whoever is delegated to decide object plans
delegate-initiatives = whoever is delegated to decide initiatives

chart-as-table = Show as a table

standing-Responsible = whoever the thing itself names as responsible
form-optional = optional

accessibility-title = Accessibility
accessibility-lead = Styrbord is to be usable by everyone: by keyboard, with a screen reader, magnified and on a narrow screen.
accessibility-how = How Styrbord is built
accessibility-how-text = The pages are built for WCAG 2.2 level AA. Everything works without JavaScript, in light and dark and down to a width of 320 pixels. Every chart has its table, and nothing is shown by colour alone. Automatic checks run on every page before a new version is released.
accessibility-lacks = Known shortcomings
accessibility-lack-tables = Wide tables scroll sideways on narrow screens.
accessibility-lack-people = Styrbord has not yet been examined by people with disabilities.
accessibility-tell = Tell us where you meet an obstacle
accessibility-tell-text = Tell the digitalisation department. If we refuse to mend something you may turn to the Agency for Digital Government, which supervises the act on accessibility to digital public services.

form-cancel = Cancel
form-save = Save

history = Everything that has happened
history-then = As it was then
