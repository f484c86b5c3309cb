# Initiatives: list, initiative, idea, business case, gates and delivery.
initiatives-title = Initiatives
initiatives-lead = All change efforts with digital technology, from idea to proven effect, whatever pays for them.
initiatives-caption = Initiatives
initiatives-none = No initiative fits what you look for.
initiatives-words = Words in the title

initiative-new = New idea
initiative-new-lead = Give the idea a name and say where it belongs. Then describe it in nine short parts; stop and go on whenever you like.
initiative-title = Initiative
initiative-unit = Unit
initiative-body = Committee
initiative-object = Object
initiative-form = Form of work
initiative-phase = Phase
initiative-source = Financing
initiative-cost = Cost
initiative-lead = Responsible
initiative-serves = Others who gain from it
initiative-started = Idea started
initiative-decision = Decision
initiative-undecided = Not decided
initiative-none = none given
initiative-choose = Choose
initiative-change = Change
initiative-save = Save
initiative-cancel = Cancel
initiative-way = The way from idea to effect
initiative-over = The initiative has ended. Nothing more can be written.
initiative-stop = Stop the initiative
initiative-stop-reason = Why is it stopped?
initiative-stop-help = Write so that the next person with the same idea gains from it.
initiative-why-stopped = Why it was stopped
initiative-lessons = What did we learn?
initiative-lessons-help = What turned out other than you thought, and what would you do differently?
initiative-close = Close the initiative

card-title = About the initiative
card-name = Name
card-title-help = Say what it is about, so that somebody in another administration recognises it.
card-object-help = The pm3 object that takes care of the result. Needed first in the business case.
card-form-help = The demands are the same whichever form you choose.
card-expected-cost = Rough cost
card-expected-cost-help = A first guess will do. It decides how much is asked for.
card-writers = Others who write
card-writers-help = They can write in the idea and the case at the same time as you.
card-serves-help = Tick the units that can use the solution. More committees mean a longer reach.
card-thread-help = Tick what the initiative contributes to. At least one goal or goal area.

thread-title = The golden thread
thread-goals = Goals
thread-goal-areas = Goal areas
thread-priority-areas = Priority areas
thread-directions = Strategic directions

form-project = Project
form-assignment = Assignment
form-line = In the line
form-procurement = Procurement

phase-idea = Idea
phase-case = Business case
phase-decision = Waits for decision
phase-start = Decided
phase-delivery = Under way
phase-effect = Delivered
phase-closure = Effect proven
phase-closed = Closed
phase-stopped = Stopped
phase-late = Under way, late

size-small = Small
size-medium = Medium
size-large = Large

way-done = done
way-now = it stands here
way-ahead = ahead
way-stopped = stopped

gate-idea = Idea
gate-case = Business case
gate-decision = Decision
gate-start = Start
gate-delivery = Delivery
gate-effect = Effect
gate-closure = Closure
gate-next = Next step: { $gate }
gate-barred = It cannot go on yet
gate-nothing-lacks = Nothing is lacking.
gate-about-idea = The idea is described so that others understand the problem and can contribute.
gate-about-case = The case shows cost, benefit, risks and what end users have said, in proportion to the size of the initiative.
gate-about-decision = A committee or a named delegate decides on the case as it is.
gate-about-start = The work begins with a plan to be held against.
gate-about-delivery = The work is reported on until the result is in use.
gate-about-effect = Each benefit is followed up after 6, 12 and 24 months and attested by its owner.
gate-about-closure = What you learnt is written down for the next idea.
lack-bars = Bars the way
lack-missed = Missing

deciding-by-fund = The initiative seeks money from the fund. The decision is taken in the round.
deciding-to-fund = Go to the fund
deciding-not-you = You may not decide on the initiative.
deciding-who = The committee does, or the object's owner within the delegation.
deciding-you-may = You may decide on the initiative.
deciding-you-may-because = The right follows from a delegation to the object's owner.
deciding-reason = Reason
deciding-reason-help = Write why. The case as it is now is kept as the basis of the decision.
deciding-case-number = Case number
deciding-decide = Decide to carry it out

idea-title = Idea
idea-lead = Write what you know. Everything is saved as you write, and several people can write in different parts at once.
idea-write = Write the idea
idea-start = Start writing
idea-save = Save
idea-saved-now = Saved
idea-saved-by = Saved by { $who } { $date }
idea-saved-text = What is saved now
idea-area-empty = Nothing written yet
idea-unwritten = The idea has not been described.
idea-submit = Hand in the idea

area-problem = Problem
area-solution = Proposed solution
area-affected-roles = Affected roles
area-goal-contribution = Contribution to the municipality's goals
area-wider-use = Can more businesses use the solution?
area-cost-estimate = Cost estimate
area-benefit-estimate = Benefit estimate
area-prerequisites = Prerequisites and competences
area-follow-up = Follow-up
area-help-problem = What does not work today, for whom, and how often? Give a figure if you can: how many, how long, how much.
area-help-solution = What shall be possible that is not today? Describe what changes in the work, not only which technology.
area-help-affected-roles = Whose working day changes, and which inhabitants will notice?
area-help-goal-contribution = Which goal comes nearer, and how will it show?
area-help-wider-use = Does another administration have the same need? Similar ideas are shown on this page.
area-help-cost-estimate = What does it cost to introduce, and what then each year? A rough figure will do.
area-help-benefit-estimate = What is saved in money, in time, or gets better without being countable in money?
area-help-prerequisites = What must be there first: decisions, contracts, networks, knowledge, people?
area-help-follow-up = How will you see after half a year whether it came out as you thought? Who measures, and what is the value today?


basis-title = Business case
basis-lead = What must be known before anybody decides. How much is asked depends on cost, reach and risk.
basis-write = Write the business case
basis-submit = Hand in the business case
basis-costs = Costs
basis-benefits = Benefits
basis-alternatives = Alternatives
basis-risks = Risks
basis-users = End users
basis-financing = Financing
basis-years = Years
basis-year = Year
basis-sum = Sum
basis-no-costs = No costs are written.
basis-no-benefits = No benefits are written.
basis-no-alternatives = No alternatives are written.
basis-no-risks = No risks are written.
basis-no-users = End users have not taken part yet.
basis-no-financing = No financing is written.
line-remove = Remove
estimate-between = ({ $low } to { $high })

span-row = When and how much { $number }
span-from = From year
span-to = To year
span-likely = Likely amount a year
span-low = At least
span-high = At most
span-more = More periods with other amounts

cost-title = Cost
cost-what = What costs?
cost-what-help = For example licence, introduction, training or operation.
cost-kind = Once or every year
cost-kind-one-off = Once
cost-kind-running = Every year
cost-payer = Paid by
cost-add = Add a cost

benefit-title = Benefit
benefit-what = What gets better?
benefit-what-help = Write what whoever gets the benefit will notice.
benefit-class = Kind of benefit
benefit-class-green = Green: money
benefit-class-yellow = Yellow: time or uncertain
benefit-class-red = Red: quality
benefit-class-about-green = Money that can be taken home: lower cost or higher income.
benefit-class-about-yellow = Time set free, or money that is uncertain.
benefit-class-about-red = Quality. Measured and described in words, never in money.
benefit-class-sum-green = Green benefit
benefit-class-sum-yellow = Yellow benefit
benefit-red-count = Red benefits
benefit-in-words = in words
benefit-receiver = Received by
benefit-owner = Benefit owner
benefit-owner-help = Whoever sees to it that the benefit is taken home, and attests the outcome.
benefit-worth = Worth
benefit-worth-help = Fill in for green and yellow benefits. A red benefit is never valued in money.
benefit-time = Work out the worth of time
benefit-time-help = Hours a year times the full cost of an hour times the share that can be taken home. Leave the likely amount above empty and it is worked out.
benefit-measure = How the benefit is measured
benefit-measure-help = Without a baseline and a target nobody can see whether it came.
benefit-from-to = { $from } to { $to } { $unit }
benefit-unmeasured = cannot be measured yet
benefit-add = Add a benefit
measure-unit = Measured in
measure-unit-help = For example days per case, or per cent content.
measure-method = Method
measure-method-help = Where the figure is taken from and how it is counted.
measure-baseline = Value today
measure-target = Value promised
time-hours = Hours a year
time-cost = Full cost of an hour
time-share = Share that can be taken home

worth-title = What the case is worth
worth-lead = Present value in the money of { $year } at the municipality's rate of { $rate }. Green and yellow are kept apart, and red is never counted in money.
worth-green = Present value, green only
worth-both = Present value, green and yellow
worth-ratio = Present value per krona spent
worth-payback = Paid back after
worth-discounted-payback = Paid back after, with interest
worth-never = does not pay back within the years counted
worth-years = { $years }.{ $tenths } years
worth-chart = Cost and benefit year by year
worth-chart-green = Green benefit
worth-chart-yellow = Yellow benefit

alternatives-lead = Write at least two ways, and let one be to do nothing. Mark the one you propose.
alternatives-write = Write the alternatives
alternative-row = Alternative { $number }
alternative-what = What does it mean?
alternative-kind = Kind of alternative
alternative-judgement = Judgement
alternative-chosen = Proposed
alternative-kind-nothing = Do nothing
alternative-kind-reuse = Reuse
alternative-kind-buy = Buy
alternative-kind-build = Build
alternative-kind-work = Change the way of working

risk-title = Risk
risk-what = What may happen?
risk-what-help = Write the event, not the area: “Data on residents leak”, not “Security”.
risk-area = Area
risk-area-help = The first four are always looked into when the initiative is not small.
risk-area-information-security = Information security
risk-area-working-environment = Working environment
risk-area-competence = Competence
risk-area-change-management = Change management
risk-area-privacy = Data protection
risk-area-law = Law
risk-area-supplier = Supplier
risk-area-technology = Technology
risk-probability = Probability
risk-consequence = Consequence
risk-probability-of = Probability { $value }
probability-1 = 1, hardly
probability-2 = 2, less likely
probability-3 = 3, may happen
probability-4 = 4, likely
probability-5 = 5, all but certain
consequence-1 = 1, hardly felt
consequence-2 = 2, slight
consequence-3 = 3, felt
consequence-4 = 4, grave
consequence-5 = 5, very grave
risk-weight = Weight
risk-residual = Left after the measure
risk-measure = Measure
risk-measure-help = Risks of weight { $grave } or more must have a measure, an owner and a date.
risk-measure-what = What is done about it?
risk-owner = Owner
risk-state = State
risk-due = To be met by { $date }
risk-due-date = To be met by
risk-taken = Met { $date }
risk-taken-date = Met on
risk-late = The measure is late
risk-unmet = No measure
risk-borne = Borne
risk-left = What is left of the risk after the measure?
risk-add = Add a risk
risk-matrix = Risks without measures
risk-matrix-how = How to read the picture
risk-matrix-help = Each risk stands in its square by its number in the table above. The darker the square, the graver. From the weight { $grave } a risk is grave. The second picture shows what is left when the measures are taken.

user-title = End users taking part
user-lead = Only what happened after the idea began on { $date } counts. Intentions are not enough.
user-group = Group
user-group-help = For example residents, guardians, night staff.
user-method = Method
user-method-help = For example interviews, trying a prototype, a workshop.
user-date = Date
user-people = Number of people
user-said = What did they say?
user-changed = What changed?
user-changed-help = What became different in the solution because they said it?
user-diversity = Diversity and accessibility
user-diversity-help = How did you make sure that those who find it hardest to take part were heard?
user-occasion = { $method }, { $date }, { $people } people
user-before = before the idea, does not count
user-add = Add an occasion

financing-lead = It is likely to cost { $money }. The financing must cover all of it.
financing-row = Line { $number }
financing-source = Source
financing-unit = Whose money
financing-amount = Amount
financing-more = More lines
financing-write = Write the financing
financing-missing = Financing is missing for { $money }.
source-own-frame = Own frame
source-fund = The fund
source-grant = External grant
source-investment = Investment

delivery-title = Delivery
delivery-lead = The plan stands as it was. What changes on the way is reported, so that the difference shows.
delivery-none = The work has not begun.
delivery-start = Start the work
delivery-report = Report
delivery-deliver = Deliver
delivery-deliver-help = When the result is in use. From that day the follow-ups after 6, 12 and 24 months are counted.
delivery-first-day = First day
delivery-planned-end = Planned end
delivery-plan-help = Cost and time are held against what you write here.
delivery-budget = Budget
delivery-spent = Spent
delivery-forecast = Forecast
delivery-final-cost = Final cost
delivery-over = over budget
delivery-within = within budget
delivery-end = End
delivery-delivered-on = Delivered
delivery-late = Late
delivery-started-as-planned = the day that holds now
delivery-reports = Reports
delivery-no-reports = Nothing has been reported.
delivery-date = Day
delivery-fare = State
delivery-done = Done, share
delivery-reason = Reason
delivery-reason-help = Needed when it deviates.
fare-on-track = As planned
fare-deviates = Deviates, handled
fare-needs-help = Deviates, needs a decision

follow-next = Next follow-up
follow-late-days = { $days ->
    [one] one day late
   *[other] { $days } days late
}

done-idea-started = The idea is started. Now describe it in the nine parts.
done-idea-saved = The idea is saved.
done-idea-submitted = The idea is handed in. The business case comes next.
done-card-written = The card is saved.
done-basis-written = The business case is saved.
done-basis-submitted = The business case is handed in and waits for a decision.
done-initiative-decided = The decision is taken and recorded.
done-initiative-closed = The initiative is closed.
done-initiative-stopped = The initiative is stopped.
done-delivery-started = The work has begun.
done-delivery-reported = The report is saved.
done-delivery-delivered = The delivery is recorded. The follow-ups have their dates.

standing-Lead = whoever answers for the initiative or writes in it

act-initiatives-idea-start = Start an idea
act-initiatives-card-write = Change the card of an initiative
act-initiatives-idea-describe = Write a part of the idea
act-initiatives-idea-write = Write several parts of the idea
act-initiatives-idea-submit = Hand in the idea
act-initiatives-case-put = Write a part of the business case
act-initiatives-case-write = Write several parts of the business case
act-initiatives-case-drop = Remove a part of the business case
act-initiatives-case-submit = Hand in the business case
act-initiatives-delivery-start = Start the work
act-initiatives-delivery-report = Report how the work fares
act-initiatives-delivery-deliver = Deliver
act-initiatives-initiative-stop = Stop an initiative
act-forums-initiative-decide = Decide an initiative under a delegation
act-forums-initiative-affirm = Note that a body has decided an initiative
act-forums-demands-adopt = Let the demands hold for all initiatives

refusal-initiative-unknown = There is no such initiative.
refusal-initiative-ended = The initiative has ended. Nothing more can be written.
refusal-gate-elsewhere = The initiative does not stand before that step now.
refusal-part-unknown = The line is no longer there.
refusal-part-promised = What the work began on cannot be changed afterwards. Report how it fares instead.
refusal-nothing-written = There is nothing to save.
refusal-estimate-unordered = The least amount may not exceed the likely one, nor the likely one the greatest.
refusal-years-backwards = The period must be one to thirty years, and end no sooner than it begins.
refusal-years-missing = Write at least one year with an amount.
refusal-red-never-money = A red benefit is never valued in money. Choose green or yellow, or take the amount away.
refusal-target-is-baseline = The target is the same as the value today.
refusal-weight-outside = Probability and consequence go from 1 to { $most }.
refusal-residual-larger = What is left cannot be larger than the risk was.
refusal-people-none = At least one person must have taken part.
refusal-not-under-way = The work is not under way.
refusal-forecast-below-cost = The forecast is lower than what has been spent already, { $money }.
refusal-fund-decides = The initiative seeks money from the fund. The decision is taken in the round.
refusal-decision-elsewhere = The decision is not about this initiative.

refusal-lack-problem = Describe the problem.
refusal-lack-solution = Describe the proposed solution.
refusal-lack-affected-roles = Describe which roles are affected.
refusal-lack-goal-contribution = Describe how it contributes to the municipality's goals.
refusal-lack-wider-use = Describe whether more businesses can use the solution.
refusal-lack-cost-estimate = Estimate the cost.
refusal-lack-benefit-estimate = Estimate the benefit.
refusal-lack-prerequisites = Describe prerequisites and competences.
refusal-lack-follow-up = Describe how it is to be followed up.
refusal-lack-goal-link = Link the initiative to at least one goal or goal area.
refusal-lack-object = Say which object the initiative belongs to.
refusal-lack-costs = Write at least one cost.
refusal-lack-benefits = Write at least one benefit.
refusal-lack-measures = { $count ->
    [one] One benefit lacks unit, method, value today or target.
   *[other] { $count } benefits lack unit, method, value today or target.
}
refusal-lack-alternatives = Write at least two alternatives.
refusal-lack-doing-nothing = Consider the alternative of doing nothing.
refusal-lack-risks = Write at least one risk.
refusal-lack-risk-areas = { $count ->
    [one] One of the four risk areas that are always looked into has no risk.
   *[other] { $count } of the four risk areas that are always looked into have no risk.
}
refusal-lack-risk-measures = { $count ->
    [one] One grave risk lacks measure, owner or date.
   *[other] { $count } grave risks lack measure, owner or date.
}
refusal-lack-users = { $least ->
    [one] End users must have taken part at least once since the idea began. So far: { $count }.
   *[other] End users must have taken part at least { $least } times since the idea began. So far: { $count }.
}
refusal-lack-financing = Financing is missing for { $money }.
refusal-lack-decision = The initiative is not decided.
refusal-lack-measures-taken = { $count ->
    [one] The measure against one grave risk is not taken.
   *[other] The measures against { $count } grave risks are not taken.
}
refusal-lack-report = Report at least once.
refusal-lack-users-tried = End users must have tried the solution since the work began.
refusal-lack-outcomes = { $count ->
    [one] One follow-up remains to be attested.
   *[other] { $count } follow-ups remain to be attested.
}
