# The situation, and what is expected of each.
overview-title = The situation
overview-lead = { $municipality } on { $date }: the money, the work, what is late and what waits for somebody.
overview-set-aside = set aside for digitalisation { $year }
overview-going = initiatives are being carried out
overview-forecast = The forecasts exceed budget by { $money }
overview-late = things are late
overview-late-none = Nothing is late.
overview-late-some = See what it is
overview-yes-of = { $yes } of { $of }
overview-audit = audit questions are answered with yes
overview-no = { $no ->
    [0] None is answered with no
    [one] One is answered with no
   *[other] { $no } are answered with no
}
overview-own = Waiting for you
overview-own-all = All { $count } waiting for you
overview-money = Money
overview-money-title = Budgets of initiatives being carried out
overview-money-description = Budget decided { $budget }, of which { $used } has been used. The forecasts exceed the budgets by { $over }.
overview-money-more = All money, post by post
overview-used = Used
overview-committed = Committed
overview-free = Free
overview-over = Over budget by forecast
overview-part = Part
overview-amount = Amount
overview-sits-title = Where the money sits
overview-sits-description = The largest is { $body } with { $money }.
overview-body = Body
overview-no-work = No initiative is being carried out on this day.
overview-work = Initiatives
overview-work-more = All initiatives
overview-phases-title = Initiatives by phase
overview-phases-description = { $all } initiatives, of which { $open } are open.
overview-phase = Phase
overview-count = Number
overview-late-title = Late
overview-late-delivery = Should have been delivered
overview-late-more = All that is late
overview-shown = { $shown } of { $count }
overview-waiting = Waiting for
overview-of-which-late = Of which late
overview-goals = Goals and strategy
overview-goals-none = No goals are decided for { $year } yet. They are set in Goals and budget.
overview-goals-all = Every goal has a direction, an activity or an initiative that serves it, and every direction carries some goal.
overview-goals-alone = { $count ->
    [one] One goal is served by nobody:
   *[other] { $count } goals are served by nobody:
}
overview-directions-loose = { $count ->
    [one] One direction of the strategy carries no goal:
   *[other] { $count } directions of the strategy carry no goal:
}
overview-goals-more = The goals
overview-audit-title = Audit
overview-audit-more = The eight questions

mine-title = Waiting for you
mine-lead = { $count ->
    [0] Nothing waits for you just now.
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
}
mine-everyone = All that waits for somebody
mine-none = Nothing waits.
mine-late = Late
mine-dated = Soon
mine-open = Without a last day
mine-tag-late = Late
mine-tag-soon = Within 30 days
mine-tag-week = Within 7 days
mine-tag-open = To do
mine-tag-awaited = Waiting
mine-due = by { $date }
everyone-title = Waiting for somebody
everyone-lead = All that is expected of somebody in the municipality, the most urgent first.
everyone-all = Show all
everyone-late = Show only what is late
everyone-count = { $count ->
    [one] 1 thing
   *[other] { $count } things
}
everyone-what = What
everyone-kind = To do
everyone-who = Who
everyone-due = By
everyone-nobody = Nobody holds the role

expected-decide-application = Decide the application to the fund
expected-decide-initiative = Decide the initiative
expected-bring-to-body = Bring the initiative to its committee for decision
expected-decide-plan = Decide the object plan
expected-recommend = Recommend how the fund is to be given out
expected-assess = Declare an interest or score the application
expected-finish-idea = Finish the idea
expected-finish-case = Finish the business case
expected-write-idea = Write in the idea: you are invited
expected-write-case = Write in the business case: you are invited
expected-finish-plan = Finish the object plan
expected-begin = Begin what has been decided
expected-report-delivery = Report how delivery goes
expected-meet-risk = Take the measure against a risk
expected-attest-benefit = Attest what the benefit came to
expected-chase-benefit = See to it that the outcome is attested
expected-chase-report = See to it that delivery is reported
expected-measure-indicator = Measure the indicator
expected-report-undertaking = Report back on the undertaking
expected-agree-key = Record the committee's answer on the allocation key
expected-report-decision = Report the delegated decision to the body
expected-answer-advice = Answer the auditors' recommendation
expected-do-measure = Do the measure
expected-answer-promise = Take a stand: high priority will not be done
expected-call-meeting = Send the call to the meeting
expected-write-minutes = Write the minutes of the meeting
