# Coordination: what is like an idea, what is done about it, and the money at stake.
similar-title = Similar ideas, objects and systems
similar-lead = Others who already do, or have, something about the same thing. Read and get in touch: it may become one.
similar-none = No similar ideas yet. Write more, and we look again.
similar-why = { $unit }. Words in common: { $words }
kin-title = There is something similar
kin-lead = Two who solve the same problem apart pay twice. Join, use what there is, or write why not.
kin-initiative = Initiative
kin-object = Object
kin-system = System
kin-system-of = System in { $object }
kin-answer = Join, reuse, or say why not
kin-answered = Answered
kin-unanswered = Needs an answer
kin-shared = What we see: both write about { $words }.
kin-how = What will you do?
kin-how-help = If you join, your idea ends, and the other initiative works for you too.
kin-how-join = Join
kin-how-reuse = Reuse
kin-how-apart = Apart
kin-why = Why?
kin-why-help = Whom have you talked to, and what did you agree? The tactical council reads this.
kin-saving = What we save
kin-saving-help = Only when you reuse: what would it have cost to make your own?
kin-save = Save the answer
kin-by = Answered by
kin-joined = The idea has joined another initiative
lack-kin-of = Answer about what is similar: { $what }
why-lack-kin = Whoever reads the idea wants to know that you do not do what somebody else already does. Often takes a call.
coordination-title = Coordination
coordination-lead = Whenever an idea is like something there is, Styrbord asks what is done about it. Here are the answers, and the money.
coordination-caption = Answers about what is alike
coordination-none = Nothing has been answered yet.
coordination-sum-join = Saved by joining
coordination-sum-reuse = Saved by reuse
coordination-sum-apart = Paid twice
coordination-cases = { $count ->
    [one] one case
   *[other] { $count } cases
}
coordination-chart = Saved, and paid twice
coordination-to = Is like
coordination-saved = Saved
coordination-twice = Paid twice
coordination-agenda = To take up: what is done twice
coordination-agenda-sum = { $count } cases are done apart and cost { $lost } twice. { $joined } have joined; with what is reused that saves { $saved }.
coordination-all = All answers about coordination
done-kin-answered = The answer is saved.
act-initiatives-similar-answer = Answer about something similar
refusal-lack-kin = { $count ->
    [one] One thing is much like the idea. Join, reuse, or say why not.
   *[other] { $count } things are much like the idea. Join, reuse, or say why not.
}
refusal-kin-unknown = What the idea is to be like does not exist.
refusal-kin-unjoinable = You can only join before your idea is decided, with an initiative that is not delivered.
refusal-saving-only-by-reuse = State a saving only when you reuse what there is.
settling-lead = When the minutes are approved, the decision is entered here. Then the initiative is decided.
settling-do = Enter the decision
done-initiative-settled = The decision is entered and the initiative decided.
act-forums-initiative-settle = Enter a body’s decision on an initiative
