# Organisationen: organ, förvaltningar och roller.
organisation-title = Organisation
organisation-lead = Politiska organ, förvaltningar och digitaliseringsavdelningen med dess sektioner.
unit-under = Hör till
unit-roles = Roller i enheten
unit-person = Person
unit-role = Roll
unit-from = Från och med
unit-no-roles = Ingen har en roll här den här dagen.

unit-kind-council = fullmäktige
unit-kind-executive-board = styrelse
unit-kind-committee = nämnd
unit-kind-company = bolag
unit-kind-auditors = revision
unit-kind-administration = förvaltning
unit-kind-department = avdelning
unit-kind-section = sektion

role-administrator = Förvaltar Styrbord
role-chief-executive = Kommundirektör
role-director = Direktör
role-secretary = Nämndsekreterare
role-controller = Controller
role-auditor = Revisor
role-digitalisation-officer = Digitaliseringsavdelningen
role-business-developer = Verksamhetsutvecklare
role-object-owner = Objektägare
role-object-manager = Objektledare
role-object-specialist = Objektspecialist
role-forum-member = Ledamot i forum
role-assessor = Bedömare

act-organisation-unit-establish = Inrätta en enhet
act-organisation-appointment-make = Utse en person till en roll
act-organisation-appointment-end = Avsluta ett uppdrag i en roll
act-forums-forum-establish = Inrätta ett forum
act-forums-decision-record = Registrera ett organs beslut
act-forums-delegation-grant = Föra in en delegation
act-forums-delegation-recall = Återkalla en delegation
act-forums-recommendation-make = Rekommendera som forum
act-forums-disposal-carry-out = Gallra vad poster i liggaren säger
