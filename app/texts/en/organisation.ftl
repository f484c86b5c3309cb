# The organisation: bodies, administrations and roles.
organisation-title = Organisation
organisation-lead = Political bodies, administrations, and the digitalisation department with its sections.
unit-under = Belongs to
unit-roles = Roles in the unit
unit-person = Person
unit-role = Role
unit-from = From
unit-no-roles = Nobody holds a role here on this day.

unit-kind-council = council
unit-kind-executive-board = executive board
unit-kind-committee = committee
unit-kind-company = company
unit-kind-auditors = auditors
unit-kind-administration = administration
unit-kind-department = department
unit-kind-section = section

role-administrator = Administers Styrbord
role-chief-executive = Chief executive
role-director = Director
role-secretary = Committee secretary
role-controller = Controller
role-auditor = Auditor
role-digitalisation-officer = Digitalisation department
role-business-developer = Business developer
role-object-owner = Object owner
role-object-manager = Object manager
role-object-specialist = Object specialist
role-forum-member = Forum member
role-assessor = Assessor

act-organisation-unit-establish = Establish a unit
act-organisation-appointment-make = Appoint a person to a role
act-organisation-appointment-end = End an appointment
act-forums-forum-establish = Establish a forum
act-forums-decision-record = Record a body’s decision
act-forums-delegation-grant = Enter a delegation
act-forums-delegation-recall = Recall a delegation
act-forums-recommendation-make = Recommend as a forum
act-forums-disposal-carry-out = Dispose of what entries say
