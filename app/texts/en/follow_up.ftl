# Follow-up: benefits to be followed up, outcomes, and realised against planned.
follow-title = Follow-up
follow-lead = Each benefit is followed up 6, 12 and 24 months after delivery, whatever paid for it. Its owner attests the outcome.
follow-late = Late follow-ups
follow-late-note = should have been made already
follow-soon = Due within half a year
follow-attested = Attested outcomes
follow-unmeasured = Delivered with no benefit to follow up
follow-unmeasured-note = no benefit was written
follow-state = State
follow-state-late = Late
follow-state-soon = Due within half a year
follow-state-attested = Attested
follow-state-all = All
follow-caption = Follow-ups of benefits
follow-none = No follow-up fits what you look for.
follow-after = After
follow-due = Due
follow-months-six = 6 months
follow-months-twelve = 12 months
follow-months-twenty-four = 24 months
follow-attested-on = Attested { $date }
follow-left-days = { $days ->
    [one] one day left
   *[other] { $days } days left
}
follow-waiting = Not due yet
follow-of = Benefit of
follow-outcomes = Follow-ups
follow-not-yet = The follow-ups get their dates when the initiative is delivered.
follow-undelivered = Not delivered

realised-title = What the benefits have come to
realised-lead = The latest attested outcome, against what was planned for the same year. Red benefits are counted by number, never in money.
realised-by-class = Realised by kind of benefit
realised-by-unit = Realised by receiver
realised-by-source = Realised by who paid
realised-group-class = Kind of benefit
realised-group-unit = Received by
realised-group-source = Financing
realised-benefits = Benefits
realised-attested = With an outcome
realised-reached = Reached the target
realised-planned = Planned a year
realised-realised = Realised a year
realised-share = Share
realised-none = Nothing has been delivered yet.

outcome-title = Attest an outcome
outcome-who = You cannot attest the outcome.
outcome-who-is = The benefit's owner does, { $who }.
outcome-due = { $months }, due { $date }
outcome-date = Measured on
outcome-value = Measured value
outcome-reached = Of the way to the target
outcome-money = Taken home a year
outcome-money-help = What has really been taken home, reckoned over a year.
outcome-method = How was it measured?
outcome-evidence = What shows it?
outcome-evidence-help = For example a report, accounts or a survey, so that somebody else can find it.
outcome-attest = Attest

done-outcome-attested = The outcome is attested.

act-follow-up-outcome-attest = Attest what a benefit has come to
act-follow-up-initiative-close = Close an initiative

refusal-benefit-unknown = There is no such benefit.
refusal-not-delivered = The initiative has not been delivered yet.
refusal-outcome-known = That follow-up is attested already.
refusal-follow-up-early = It is too soon. The follow-up falls due { $date }.
refusal-effects-unattested = The effects are not proven yet: { $count } follow-ups remain.
