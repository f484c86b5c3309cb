# Mål och strategi.
goals-title = Mål och strategi
goals-title-short = Mål
goals-lead = Från vision till aktivitet: vad kommunen vill nå, hur det syns att det nås, och vad som ännu inte hänger ihop.
goals-list = Fullmäktiges och nämndernas mål
goals-none = Inga mål gäller den här dagen.
goals-smart = mål är SMART för digitaliseringen
goals-alone = mål som ingen inriktning eller aktivitet bidrar till
goals-thread = Målområden, mål och strategins inriktningar
goals-thread-help = Varje band är en koppling. Det som inget band når hänger löst.
goals-loose = Mål som ingen inriktning bär
goals-none-loose = Alla mål bärs av en inriktning.
goal = Mål
goal-area = Målområde
goal-answers = Ansvarar
goal-activities = Aktiviteter i år
goal-binds-all = gäller alla nämnder
goal-due = Ska vara nått
goal-breaks-down = Bryter ned
goal-broken-down = Nedbrutet till
goal-ended = Upphörde
goal-digitalisation = Så ska digitaliseringen bidra
goal-digitalisation-none = Styrdokumentet säger inte hur digitaliseringen ska bidra till målet.
goal-left-alone = Ingen inriktning i strategin bär målet, och ingen aktivitet bidrar till det.
goal-without-direction = Ingen inriktning bär målet.
goal-serving = Aktiviteter som bidrar till målet
goal-serving-none = Ingen aktivitet bidrar till målet.
goal-served-by-nobody = ingen bidrar
goal-no-direction = bara aktiviteter
goal-undertakings = Åtaganden i nämndernas planer
golden-thread = Den röda tråden
golden-thread-goal = Inriktningar som bär målet, och aktiviteter som bidrar till det
golden-thread-help = Till vänster strategins inriktningar, till höger aktiviteterna i objektsplanerna.
of-count = av { $count }
none = ingen
missing = saknas
status = Läge
sum = Summa
day = Dag
year = År
cost = Kostnad
filter = Visa
choose = Välj

smart-digital = SMART för digitaliseringen
smart-explained = S: specifikt, M: mätbart, R: rimligt, T: tidsatt. Bedömningen görs av uppgifterna om målet och av de indikatorer som visar vad digitaliseringen ger.
smart-letter-specific = S
smart-letter-measurable = M
smart-letter-realistic = R
smart-letter-time-bound = T
smart-whole = SMART
smart-without = saknar { $letters }
smart-specific = Specifikt
smart-measurable = Mätbart
smart-realistic = Rimligt
smart-holds = uppfyllt
smart-lacks = saknas
smart-time-bound = Tidsatt
smart-no-indicator = Ingen indikator visar vad digitaliseringen ger.
smart-no-digitalisation-text = Det framgår inte hur digitaliseringen ska bidra.
smart-no-text = Det framgår inte vad målet innebär.
smart-no-answering-unit = Ingen enhet ansvarar för målet.
smart-no-baseline = Indikatorn saknar utgångsläge.
smart-no-target = Indikatorn saknar målvärde.
smart-no-source = Det framgår inte varifrån värdena kommer.
smart-no-owner = Ingen ansvarar för att mäta.
smart-no-way-to-judge = Utan utgångsläge och målvärde går rimligheten inte att bedöma.
smart-target-no-improvement = Målvärdet är ingen förbättring mot utgångsläget.
smart-target-beyond-pace = I nuvarande takt nås inte målvärdet.
smart-no-date = Ingen dag är satt.

indicators = Indikatorer
indicators-none = Målet har ingen indikator.
indicator = Indikator
indicator-digital = digitaliseringens bidrag
indicator-baseline = Utgångsläge
indicator-latest = Senaste värde
indicator-target = Målvärde
indicator-better = Bättre är
indicator-forecast = Prognos vid målets dag
indicator-forecast-line = Prognos
indicator-no-forecast = för få värden
indicator-outcome = Utfall
indicator-owner = Ansvarar för mätningen
indicator-source = Källa
indicator-frequency = Mäts
indicator-values = Värden
indicator-no-values = Inget värde har förts in.
indicator-picture-help = Prognosen är den räta linje som bäst passar utgångsläget och värdena, förlängd till målets dag.
indicator-next = Nästa värde
indicator-on = Dag som värdet gäller
indicator-value = Värde
indicator-enter = För in värdet
better-higher = högre
better-lower = lägre
frequency-monthly = varje månad
frequency-tertially = varje tertial
frequency-half-yearly = varje halvår
frequency-yearly = varje år
course-no-target = målvärde saknas
course-unknown = för få värden
course-behind = når inte målet
course-on-course = på väg
course-reached = nått

strategy-title = Strategi och mål
strategy-lead = Hänger strategins inriktningar ihop med fullmäktiges mål? Varje koppling har en styrka och ett skäl.
strategy-matrix = Vilka mål varje inriktning bär
strategy-matrix-help = Inriktningarna står med sina nummer. En tom rad är ett mål utan inriktning, en tom kolumn en inriktning utan mål.
strategy-no-links = Ingen inriktning är kopplad till något mål.
strategy-holds = Strategi och mål hänger ihop.
strategy-lacks = Strategi och mål hänger inte ihop
strategy-verdict = { $directions ->
    [0] Alla inriktningar
    [one] En inriktning
   *[other] { $directions } inriktningar
 } { $directions ->
    [0] bär minst ett mål.
   *[other] bär inget mål.
 } { $goals ->
    [0] Alla mål bärs av en inriktning.
    [one] Ett mål bärs inte av någon inriktning.
   *[other] { $goals } mål bärs inte av någon inriktning.
 }
strategy-money = Pengar bakom varje inriktning { $year }: aktiviteter som bidrar till mål den bär
strategy-none = Ingen strategi gäller den här dagen.
direction = Strategisk inriktning
directions = Strategiska inriktningar
directions-loose = Inriktningar utan mål
directions-none-loose = Alla inriktningar bär minst ett mål.
direction-no-goal = bär inget mål
direction-number = Strategisk inriktning { $number }
direction-money = Årets aktiviteter för mål den bär
direction-carries = Mål som inriktningen bär
direction-carries-none = Inriktningen är inte kopplad till något mål.
direction-link = Koppla till ett mål
link-strength = Styrka
link-reason = Skäl
link-reason-help = På vilket sätt inriktningen bidrar till målet.
link-remove = Ta bort kopplingen
strength-weak = svag
strength-clear = tydlig
strength-strong = stark
priority-area = Prioriterad insats
priority-areas = Prioriterade insatser
priority-areas-none = Inga prioriterade insatser gäller den här dagen.
priority-area-no-money = inga planerade pengar
priority-area-planned = Planerat { $year }

documents-title = Styrdokument som gäller
documents-none = Inget styrdokument gäller den här dagen.
document = Styrdokument
document-until = Gäller till och med
document-kind-label = Slag
document-kind-vision = vision
document-kind-budget-and-goals = mål och budget
document-kind-strategy = strategi
document-kind-operational-plan = verksamhetsplan
document-body = Antaget av
document-period = Gäller
document-decision = Beslut
document-revises = Ersätter
document-revised-by = Ersatt av

plans-title = Nämndernas åtaganden
plans-lead = Vad verksamhetsplanerna säger om digitalisering: uppdrag, åtaganden och skrivningar, med dag, ansvarig och återrapportering.
plans-filter = Välj år
plans-of = { $unit }: verksamhetsplan { $year }
plans-none-silent = Alla nämnders planer säger något om digitalisering.
plans-silent = { $count ->
    [one] En nämnds plan säger inget om digitalisering: { $committees }.
   *[other] { $count } nämnders planer säger inget om digitalisering: { $committees }.
 }
plan-says-nothing = Planen säger inget om digitalisering.
committees-silent = nämnder vars plan inget säger
committees-silent-note = om digitalisering
undertaking = Åtagande
undertakings = Åtaganden
undertaking-kind-label = Slag
undertaking-kind-statement = skrivning
undertaking-kind-undertaking = åtagande
undertaking-kind-assignment = uppdrag
undertaking-responsible = Ansvarig
undertaking-due = Återrapporteras
undertaking-late = försenat
undertaking-status-open = inte återrapporterat
undertaking-status-ongoing = pågår
undertaking-status-done = klart
undertaking-status-dropped = avskrivet
undertaking-reports = Återrapportering
undertaking-no-reports = Inget har återrapporterats.
undertaking-report = Återrapportera
undertaking-report-text = Vad har hänt?

done-indicator-measured = Värdet är infört.
done-direction-linked = Inriktningen är kopplad till målet.
done-direction-unlinked = Kopplingen är borttagen.
done-undertaking-reported = Återrapporten är sparad.

act-goals-document-adopt = Föra in ett antaget styrdokument
act-goals-area-establish = Inrätta ett målområde
act-goals-priority-enter = Föra in en prioriterad insats
act-goals-goal-set = Sätta ett mål
act-goals-goal-reword = Formulera om ett mål
act-goals-goal-end = Avsluta ett mål
act-goals-indicator-define = Bestämma en indikator
act-goals-indicator-redefine = Ändra en indikator
act-goals-indicator-measure = Föra in ett värde på en indikator
act-goals-direction-enter = Föra in en strategisk inriktning
act-goals-direction-link = Koppla en inriktning till ett mål
act-goals-direction-unlink = Ta bort en koppling mellan inriktning och mål
act-goals-undertaking-enter = Föra in ett åtagande ur en verksamhetsplan
act-goals-undertaking-report = Återrapportera ett åtagande

refusal-document-unknown = Styrdokumentet finns inte.
refusal-document-revised = { $title } är redan ersatt av ett annat dokument.
refusal-document-other-kind = Ett dokument kan bara ersätta ett av samma slag från samma organ.
refusal-goal-area-unknown = Målområdet finns inte.
refusal-priority-area-unknown = Den prioriterade insatsen finns inte.
refusal-goal-unknown = Målet finns inte.
refusal-goal-ended = Målet ”{ $title }” har upphört.
refusal-indicator-unknown = Indikatorn finns inte.
refusal-direction-unknown = Inriktningen finns inte.
refusal-link-unknown = Det finns ingen sådan koppling att ta bort.
refusal-undertaking-unknown = Åtagandet finns inte.
refusal-undertaking-closed = Åtagandet är redan klart eller avskrivet.
refusal-figure-wrong = Skriv värdet med siffror och högst tre decimaler, till exempel 87,5.
