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
follow-months-six = 6 months
follow-months-twelve = 12 months
follow-months-twenty-four = 24 months
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

realised-by = Grouped by
realised-by-class = Kind of benefit
realised-by-object = Object
realised-by-committee = Committee that gets the benefit
realised-by-goal = Goal
realised-by-source = Who paid
realised-group = Group
realised-group-none = None given
realised-several = A benefit that serves several goals, or has several payers, counts whole in each group.
realised-chart-description = The bar is what the benefits are worth a year by the latest outcome. The mark is what was planned for the same year.
realised-nothing-yet = No benefit in money has been attested yet.
realised-more = By object, committee, goal and who paid
calendar-title = Calendar to subscribe to
calendar-due = Follow up after { $months }: { $benefit }
compared-title = Plan, forecast and outcome
compared-what = What
compared-first = First plan
compared-plan = Plan now
compared-forecast = Forecast
compared-outcome = Outcome
compared-deviation = Against the first plan
compared-time = Time
compared-cost = Cost
compared-scope = Scope
compared-benefit = Benefit
compared-as-planned = on the day
compared-days-late = { $days ->
    [one] one day later
   *[other] { $days } days later
}
compared-days-early = { $days ->
    [one] one day earlier
   *[other] { $days } days earlier
}
compared-help = Scope is how much of what was planned is delivered. The outcome of benefit is what its owners have attested.
delivery-plans = The plans
plans-caption = All plans, the first at the top
plans-only-first = The first plan still holds.
plans-plan = Plan
plans-since = Holds from
plans-first = First plan
plans-nth = Re-plan { $number }
plans-chart = The plans and where it is heading
plans-chart-description = { $plans ->
    [one] One plan, done { $first }. Now it is { $now }.
   *[other] { $plans } plans. The first was to be done { $first }, now it is { $now }.
}
plan-scope = What is to be delivered?
plan-scope-help = What can be pointed at when it is done.
plan-scope-short = Scope
plan-benefit-short = Benefit
replan-title = Re-plan
replan-lead = The new plan holds from today. The earlier ones stay, and the outcome is held against them too.
replan-reason = Why?
replan-reason-help = What has happened since the plan that holds now was made?
replan-decision = Decision
replan-decision-help = If more money is needed than anybody decided: who has decided on it?
replan-undecided = dearer without a decision
replan-do = Make the new plan
chart-today = today
delivery-expected-scope = Of the scope
delivery-expected-scope-help = How much of what was planned do you think will be delivered?
delivery-expected-benefit = Of the benefit
delivery-expected-benefit-help = How much of the promised benefit do you believe in?
delivery-delivered-scope = Delivered scope
done-delivery-replanned = The new plan holds. The earlier ones stay.
act-initiatives-delivery-replan = Re-plan
refusal-plan-unchanged = The plan is the same as the one that holds now.
