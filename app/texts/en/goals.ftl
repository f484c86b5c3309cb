# Goals and strategy.
goals-title = Goals and strategy
goals-title-short = Goals
goals-lead = From vision to activity: what the municipality wants to reach, how one sees that it is reached, and what does not hang together yet.
goals-list = The council's and the committees' goals
goals-none = No goals are in force on this day.
goals-smart = goals are SMART on digitalisation
goals-alone = goals that no direction or activity serves
goals-thread = Goal areas, goals and the strategy's directions
goals-thread-help = Each band is a link. What no band reaches hangs loose.
goal = Goal
goal-area = Goal area
goal-answers = Answers for it
goal-activities = Activities this year
goal-binds-all = binds every committee
goal-due = To be reached
goal-breaks-down = Breaks down
goal-broken-down = Broken down into
goal-ended = Ended
goal-digitalisation = How digitalisation is to contribute
goal-digitalisation-none = The steering document does not say how digitalisation is to contribute to the goal.
goal-without-direction = No direction carries the goal.
goal-serving = Activities that serve the goal
goal-serving-none = No activity serves the goal.
goal-undertakings = Undertakings in the committees' plans
golden-thread = The golden thread
of-count = of { $count }
none = none
missing = missing
status = Status
sum = Sum
day = Day
year = Year
cost = Cost
choose = Choose

smart-digital = SMART on digitalisation
smart-explained = S: specific, M: measurable, R: realistic, T: time-bound. Judged from what is known of the goal and from the indicators that tell what digitalisation brings.
smart-letter-specific = S
smart-letter-measurable = M
smart-letter-realistic = R
smart-letter-time-bound = T
smart-whole = SMART
smart-without = lacks { $letters }
smart-specific = Specific
smart-measurable = Measurable
smart-realistic = Realistic
smart-holds = met
smart-lacks = missing
smart-time-bound = Time-bound
smart-no-indicator = No indicator tells what digitalisation brings.
smart-no-digitalisation-text = It is not said how digitalisation is to contribute.
smart-no-text = It is not said what the goal means.
smart-no-answering-unit = No unit answers for the goal.
smart-no-baseline = The indicator has no baseline.
smart-no-target = The indicator has no target.
smart-no-source = It is not said where the values come from.
smart-no-owner = Nobody answers for measuring.
smart-no-way-to-judge = Without a baseline and a target nobody can tell whether it is realistic.
smart-target-no-improvement = The target is no improvement on the baseline.
smart-target-beyond-pace = At the present pace the target will not be reached.
smart-no-date = No day is set.

indicators = Indicators
indicators-none = The goal has no indicator.
indicator = Indicator
indicator-digital = what digitalisation brings
indicator-baseline = Baseline
indicator-latest = Latest value
indicator-target = Target
indicator-better = Better is
indicator-forecast = Forecast on the target's day
indicator-forecast-line = Forecast
indicator-no-forecast = too few values
indicator-outcome = Outcome
indicator-owner = Answers for measuring
indicator-source = Source
indicator-frequency = Measured
indicator-values = Values
indicator-no-values = No value has been entered.
indicator-picture-help = The forecast is the straight line that best fits the baseline and the values, drawn on to the target's day.
indicator-next = Next value
indicator-on = Day the value holds for
indicator-value = Value
indicator-enter = Enter the value
better-higher = higher
better-lower = lower
frequency-monthly = every month
frequency-tertially = every four months
frequency-half-yearly = every half-year
frequency-yearly = every year
course-no-target = no target
course-unknown = too few values
course-behind = will miss the target
course-on-course = on course
course-reached = reached

strategy-title = Strategy and goals
strategy-lead = Do the strategy's directions hang together with the council's goals? Every link has a strength and a reason.
strategy-matrix = Goals against directions and priority areas
strategy-matrix-help = Under the directions stands how strong the link is, under the priority areas the money planned this year in millions of kronor. An empty row is a goal without a direction, an empty column a direction without a goal.
strategy-holds = Strategy and goals hang together.
strategy-lacks = Strategy and goals do not hang together
strategy-verdict = { $directions ->
    [0] Every direction carries at least one goal.
    [one] One direction carries no goal.
   *[other] { $directions } directions carry no goal.
 } { $goals ->
    [0] Every goal is carried by a direction.
    [one] One goal is carried by no direction.
   *[other] { $goals } goals are carried by no direction.
 }
strategy-money = Money behind each direction and priority area { $year }
strategy-none = No strategy is in force on this day.
direction = Strategic direction
directions = Strategic directions
directions-loose = Directions without a goal
direction-number = Strategic direction { $number }
direction-money = This year's activities for goals it carries
direction-carries = Goals the direction carries
direction-carries-none = The direction is not linked to any goal.
direction-link = Link to a goal
link-strength = Strength
link-reason = Reason
link-reason-help = In what way the direction contributes to the goal.
link-remove = Take away the link
strength-weak = weak
strength-clear = clear
strength-strong = strong
priority-area = Priority area
priority-areas = Priority areas
priority-area-no-money = no money planned
priority-area-planned = Planned for { $year }

documents-title = Steering documents in force
documents-none = No steering document is in force on this day.
document = Steering document
document-until = In force until
document-kind-label = Kind
document-kind-vision = vision
document-kind-budget-and-goals = goals and budget
document-kind-strategy = strategy
document-kind-operational-plan = operational plan
document-body = Adopted by
document-period = In force
document-decision = Decision
document-revises = Replaces
document-revised-by = Replaced by

plans-title = The committees' undertakings
plans-lead = What the operational plans say about digitalisation: assignments, undertakings and statements, with day, responsible person and report.
plans-none-silent = Every committee's plan says something about digitalisation.
plans-silent = { $count ->
    [one] One committee's plan says nothing about digitalisation: { $committees }.
   *[other] { $count } committees' plans say nothing about digitalisation: { $committees }.
 }
plan-says-nothing = The plan says nothing about digitalisation.
committees-silent = committees whose plan says nothing
committees-silent-note = about digitalisation
undertaking = Undertaking
undertakings = Undertakings
undertaking-kind-label = Kind
undertaking-kind-statement = statement
undertaking-kind-undertaking = undertaking
undertaking-kind-assignment = assignment
undertaking-responsible = Responsible
undertaking-due = To be reported
undertaking-late = late
undertaking-status-open = not reported
undertaking-status-ongoing = ongoing
undertaking-status-done = done
undertaking-status-dropped = dropped
undertaking-reports = Reports
undertaking-no-reports = Nothing has been reported.
undertaking-report = Report back
undertaking-report-text = What has happened?

done-indicator-measured = The value has been entered.
done-direction-linked = The direction has been linked to the goal.
done-direction-unlinked = The link has been taken away.
done-undertaking-reported = The report has been saved.

act-goals-document-adopt = Enter an adopted steering document
act-goals-area-establish = Establish a goal area
act-goals-priority-enter = Enter a priority area
act-goals-goal-set = Set a goal
act-goals-goal-reword = Word a goal anew
act-goals-goal-end = End a goal
act-goals-indicator-define = Define an indicator
act-goals-indicator-redefine = Change an indicator
act-goals-indicator-measure = Enter a value of an indicator
act-goals-direction-enter = Enter a strategic direction
act-goals-direction-link = Link a direction to a goal
act-goals-direction-unlink = Take away a link between a direction and a goal
act-goals-undertaking-enter = Enter an undertaking of an operational plan
act-goals-undertaking-report = Report back on an undertaking

refusal-document-unknown = There is no such steering document.
refusal-document-revised = { $title } has already been replaced by another document.
refusal-document-other-kind = A document can only replace one of the same kind from the same body.
refusal-goal-area-unknown = There is no such goal area.
refusal-priority-area-unknown = There is no such priority area.
refusal-goal-unknown = There is no such goal.
refusal-goal-ended = The goal “{ $title }” has ended.
refusal-indicator-unknown = There is no such indicator.
refusal-direction-unknown = There is no such direction.
refusal-link-unknown = There is no such link to take away.
refusal-undertaking-unknown = There is no such undertaking.
refusal-undertaking-closed = The undertaking is already done or dropped.
refusal-figure-wrong = Write the value in figures with at most three decimals, for example 87.5.

goal-set = Set a goal
goal-set-lead = Write the goal as the steering document has it. What makes it SMART can be filled in now or later; the page of the goal shows what is missing.
goal-document-help = The goal belongs to the body that adopted the document.
goal-breaks-down-help = The council goal that the committee goal breaks down.
goal-reword = Word the goal anew
goal-reword-lead = The earlier wording is kept: choose an earlier day to read it.
goal-title-help = The goal in one sentence.
goal-text = What the goal means
goal-text-help = Be so concrete that two readers understand the same thing.
goal-digitalisation-help = Say what digitalisation is to bring, so that it can be followed up.
goal-answers-help = The unit that answers for the goal being reached.
goal-due-help = The day the goal is to be reached.
goal-binds-all-label = The goal binds every committee
goal-last = The last day of the goal
goal-end = End the goal
goal-end-lead = The goal holds until and including the day you give. Its history is kept.
goal-carried-from = Carried over from

document-adopt = Enter a steering document
document-adopt-lead = Enter a document that a political body has adopted, with its decision. After that you see what is to become of the goals of the earlier document.
document-title = Title of the document
document-title-help = For example Goals and budget 2025.
document-from = Holds from
document-decision-help = A decision from the log. The minutes may be recorded later.
document-revises-help = The goals, directions and priority areas of that document live on in the new one unless they are ended.
document-summary = What the document says about digitalisation
document-summary-help = A few sentences that sum up or quote.
document-follow = Enter what replaces this
document-kind-strategy-label = Strategy

turn-title = What becomes of the goals
turn-lead = Each goal of { $before } is carried over to { $document }, worded anew or ended. What nobody has said anything about lapses with its document.
turn-left = { $count ->
    [one] One goal lapses without anybody having said so. Carry it over or end it.
   *[other] { $count } goals lapse without anybody having said so. Carry them over or end them.
 }
turn-outcome = Outcome
turn-what = What you can do
turn-none = The earlier document had no goals.
turn-ended = ended
turn-carried = lives on
turn-lapses = lapses
turn-carry = Carry over
turn-reword = Word anew
turn-end = End

indicator-define = Define an indicator
indicator-define-lead = How will one see that the goal is reached? A baseline, a target, an owner and a source make the goal measurable.
indicator-redefine = Define the indicator anew
indicator-redefine-lead = The values entered so far stay.
indicator-name = Indicator
indicator-name-help = What is measured, such as the share of applications made digitally.
indicator-unit = Unit
indicator-unit-help = For example per cent, days or hours.
indicator-on-digitalisation = Tells what digitalisation brings
indicator-on-digitalisation-help = Only such indicators count when the goal is judged on digitalisation.
indicator-baseline-help = The value before anything was done, and the day it held.
indicator-target-help = The value to reach, and the day it is to be reached.
indicator-target-on = Day the value is to be reached
indicator-source-help = Where the values come from, such as a system or a survey.
indicator-what = What
kolada-title = Values from Kolada
kolada-help = Fill in the key figure if the values are to be fetched from Kolada, the database of Swedish municipal key figures.
kolada-kpi = Key figure
kolada-kpi-help = A letter and five figures, such as N00945.
kolada-municipality = Municipality code
kolada-municipality-help = Four figures, such as 0126.
kolada-source = Fetched from
kolada-named = Source: Kolada
kolada-fetched = Fetched { $date }.
kolada-withdrawn = the key figure has been withdrawn

undertaking-enter = Enter an assignment or undertaking
undertaking-enter-lead = What the committee plan says about digitalisation, with who answers for it and the day it is to be reported back.
undertaking-kind-help-assignment = The committee has told its administration to do something.
undertaking-kind-help-undertaking = The committee has said that it will do something.
undertaking-kind-help-statement = The plan says what the committee wants, with nothing to tick off.
undertaking-plan = Operational plan
undertaking-text = The wording of the plan
undertaking-text-help = Copy the plan.

direction-enter = Enter a strategic direction
direction-enter-lead = Write the direction as the strategy has it. Then link it to the goals it carries.
direction-number-label = Number in the strategy
direction-title-help = The direction in one sentence.
direction-text = What the direction means
priority-area-enter = Enter a priority area
priority-area-enter-lead = What the budget says that digitalisation is to aim at.
priority-area-text = What the priority area means
goal-area-establish = Establish a goal area
goal-area-establish-lead = Goal areas gather the council goals, such as social sustainability.
goal-area-text = What the goal area means

done-goal-set = The goal is set.
done-goal-reworded = The goal is worded anew.
done-goal-ended = The last day of the goal is set.
done-goal-carried = The goal is carried over.
done-document-adopted = The steering document is entered.
done-indicator-defined = The indicator is defined.
done-indicator-redefined = The indicator is defined anew.
done-undertaking-entered = The undertaking is entered.
done-direction-entered = The direction is entered.
done-priority-area-entered = The priority area is entered.
done-goal-area-established = The goal area is established.
act-goals-goal-carry = Carry a goal over into a later document
act-goals-indicator-import = Take in values of an indicator from Kolada
refusal-goal-already-there = The goal is in { $title } already.
refusal-document-other-body = A goal can only be carried over into a document of the same body.
refusal-document-earlier = Choose a document that begins later than the one that holds the goal.
refusal-kolada-kpi-wrong = A key figure is the letter N or U and five figures, such as N00945.
refusal-kolada-municipality-wrong = A municipality code is four figures, such as 0126.
refusal-kolada-other-kpi = The indicator is not tied to the key figure { $kpi }.
refusal-readings-many = At most { $most } values can be taken in at once.

golden-help = Each band is a link, from goal area and goal to the work that serves them.
golden-help-some = Each band is a link. The { $drawn } costliest of { $all } activities and initiatives are drawn; the table has them all.
golden-loose = Nothing is tied to this: the golden thread is broken.
golden-ways = Directions and priority areas
golden-work = Activities and initiatives
golden-what = What
golden-stage = Part of the thread
strategy-columns = Directions by number, priority areas by letter
findings-title = What hangs loose
findings-none = Nothing hangs loose.
findings-words = Search
findings-why = Why
findings-what = What
findings-mend = Mend
loose-direction-without-goal = direction that carries no goal
loose-goal-left-alone = goal that no direction carries and no work serves
loose-goal-without-direction = goal that no direction carries
loose-priority-without-money = priority area without planned money this year
loose-activity-without-goal = activity that serves no goal
loose-initiative-without-goal = initiative that serves no goal
loose-mend-direction-without-goal = link it to a goal
loose-mend-goal-left-alone = link it to a direction
loose-mend-goal-without-direction = link it to a direction
loose-mend-priority-without-money = plan activities for it
loose-mend-activity-without-goal = name its goals in the object plan
loose-mend-initiative-without-goal = name its goals on the card

plans-years = Plan by plan, year by year
plan-silent = says nothing
plan-tally = { $count }, { $done } done
plan-late = { $count } late
undertakings-caption = Assignments, undertakings and statements
undertakings-words = Search the wording
committee-lead = What the plans of the committee say about digitalisation, year beside year.
committee-years = The plans year beside year
committee-what = Contents
committee-goals = Goals of the committee
committee-all = All { $count } undertakings, assignments and statements
committee-no-plan = The committee has no plan.

indicators-lead = How one sees that goals are reached: latest value, forecast and target. The forecast is the least-squares line through the baseline and all values, drawn on to the day of the target.
indicators-caption = All indicators
indicators-none-at-all = No indicator is defined.
indicators-words = Search indicator or goal
goals-words = Search goals
goals-smart-whole = SMART
goals-smart-lacking = something is missing
goals-time = Time
goals-time-now = in force
goals-time-other = not in force on this day

kolada-tied = { $count ->
    [one] One indicator takes its values from Kolada.
   *[other] { $count } indicators take their values from Kolada.
 }
kolada-fetch = Fetch from Kolada
kolada-saved = Read in a saved answer
kolada-answer = The answer
kolada-answer-help = Paste the answer of the service, in the form of data by municipality.
kolada-read-in = Read in
kolada-away = Kolada does not answer at the moment. Nothing has changed. Try again later, or read in a saved answer.
kolada-unreadable = The text is no answer of Kolada. Nothing has changed.
done-kolada-taken-in = The values from Kolada are taken in.
done-kolada-nothing-new = Kolada has nothing new.

committee = Committee
plan-none = no plan
plans-lacking = { $count ->
    [one] One committee has no plan for the year: { $committees }.
   *[other] { $count } committees have no plan for the year: { $committees }.
 }
golden-no-work = No activity of the year and no initiative serves it.
golden-ways-short = Direction, priority

document-ground = Name the decision
undertaking-assign = Change person and day
done-document-grounded = The decision is named.
done-undertaking-assigned = The person and the day are saved.
act-goals-document-ground = Name the decision behind a steering document
act-goals-undertaking-assign = Change who answers for an undertaking, and until when
refusal-decision-later = The decision cannot be later than { $date }, when the document ends.

reword = Word anew
goal-areas = Goal areas
done-reworded = The new wording has been saved. The earlier one stays in the history.
act-goals-direction-reword = Word a direction anew
act-goals-priority-reword = Word a priority area anew
act-goals-area-reword = Word a goal area anew
goals-drawn = The picture shows { $drawn } of { $all } goals; the list has all of them.
