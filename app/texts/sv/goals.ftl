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
goal-without-direction = Ingen inriktning bär målet.
goal-serving = Aktiviteter som bidrar till målet
goal-serving-none = Ingen aktivitet bidrar till målet.
goal-undertakings = Åtaganden i nämndernas planer
golden-thread = Den röda tråden
of-count = av { $count }
none = ingen
missing = saknas
status = Läge
sum = Summa
day = Dag
year = År
cost = Kostnad
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
strategy-matrix = Mål mot inriktningar och prioriterade insatser
strategy-matrix-help = Under inriktningarna står hur stark kopplingen är, under insatserna årets planerade pengar i miljoner kronor. En tom rad är ett mål utan inriktning, en tom kolumn en inriktning utan mål.
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
strategy-money = Pengar bakom varje inriktning och insats { $year }
strategy-none = Ingen strategi gäller den här dagen.
direction = Strategisk inriktning
directions = Strategiska inriktningar
directions-loose = Inriktningar utan mål
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

goal-set = Sätt ett mål
goal-set-lead = Skriv målet som styrdokumentet har det. Det som gör målet SMART kan fyllas i nu eller senare; målets sida visar vad som saknas.
goal-document-help = Målet tillhör det organ som antog dokumentet.
goal-breaks-down-help = Fullmäktiges mål som nämndens mål bryter ned.
goal-reword = Formulera om målet
goal-reword-lead = Den tidigare lydelsen finns kvar: välj en tidigare dag för att läsa den.
goal-title-help = Målet i en mening.
goal-text = Vad målet innebär
goal-text-help = Beskriv så konkret att två läsare förstår samma sak.
goal-digitalisation-help = Säg vad digitaliseringen ska bidra med, så att det går att följa upp.
goal-answers-help = Den enhet som ansvarar för att målet nås.
goal-due-help = Den dag målet ska vara nått.
goal-binds-all-label = Målet gäller alla nämnder
goal-last = Målets sista dag
goal-end = Avsluta målet
goal-end-lead = Målet gäller till och med den dag du anger. Historiken finns kvar.
goal-carried-from = Överfört från

document-adopt = För in ett styrdokument
document-adopt-lead = För in ett dokument som ett politiskt organ har antagit, med beslutet. Därefter visas vad som ska hända med målen i det tidigare dokumentet.
document-title = Dokumentets namn
document-title-help = Till exempel Mål och budget 2025.
document-from = Gäller från och med
document-decision-help = Beslut ur beslutsloggen. Protokollet kan registreras senare.
document-revises-help = Mål, inriktningar och prioriterade insatser i det dokumentet lever vidare i det nya, om de inte avslutas.
document-summary = Vad dokumentet säger om digitalisering
document-summary-help = Några meningar som sammanfattar eller citerar.
document-follow = För in det som ersätter detta
document-kind-strategy-label = Strategi

turn-title = Vad som händer med målen
turn-lead = Varje mål i { $before } förs över till { $document }, formuleras om eller avslutas. Det som ingen har sagt något om upphör när dokumentet gör det.
turn-left = { $count ->
    [one] Ett mål upphör utan att någon har sagt det. För över det eller avsluta det.
   *[other] { $count } mål upphör utan att någon har sagt det. För över dem eller avsluta dem.
 }
turn-outcome = Vad som händer
turn-what = Vad du kan göra
turn-none = Det tidigare dokumentet hade inga mål.
turn-ended = avslutat
turn-carried = lever vidare
turn-lapses = upphör
turn-carry = För över
turn-reword = Formulera om
turn-end = Avsluta

indicator-define = Bestäm en indikator
indicator-define-lead = Hur ska det synas att målet nås? Utgångsläge, målvärde, ansvarig och källa gör målet mätbart.
indicator-redefine = Ändra indikatorn
indicator-redefine-lead = Värdena som har förts in finns kvar.
indicator-name = Indikator
indicator-name-help = Vad som mäts, till exempel andel ansökningar som görs digitalt.
indicator-unit = Enhet
indicator-unit-help = Till exempel procent, dagar eller timmar.
indicator-on-digitalisation = Visar vad digitaliseringen ger
indicator-on-digitalisation-help = Bara sådana indikatorer räknas när målet bedöms för digitaliseringen.
indicator-baseline-help = Värdet innan något gjordes, och dagen det gällde.
indicator-target-help = Värdet som ska nås, och dagen det ska vara nått.
indicator-target-on = Dag då värdet ska vara nått
indicator-source-help = Varifrån värdena kommer, till exempel ett system eller en enkät.
indicator-what = Vad
kolada-title = Värden från Kolada
kolada-help = Fyll i nyckeltalet om värdena ska hämtas ur Rådet för främjande av kommunala analysers databas Kolada.
kolada-kpi = Nyckeltal
kolada-kpi-help = En bokstav och fem siffror, till exempel N00945.
kolada-municipality = Kommunkod
kolada-municipality-help = Fyra siffror, till exempel 0126.
kolada-source = Hämtas från
kolada-named = Källa: Kolada
kolada-fetched = Hämtat { $date }.
kolada-withdrawn = nyckeltalet finns inte längre

undertaking-enter = För in ett uppdrag eller åtagande
undertaking-enter-lead = Vad nämndens plan säger om digitalisering, med den som ansvarar och dagen det ska återrapporteras.
undertaking-kind-help-assignment = Nämnden har gett förvaltningen i uppdrag att göra något.
undertaking-kind-help-undertaking = Nämnden har sagt att den ska göra något.
undertaking-kind-help-statement = Planen säger vad nämnden vill, utan något att bocka av.
undertaking-plan = Verksamhetsplan
undertaking-text = Planens lydelse
undertaking-text-help = Skriv av planen.

direction-enter = För in en strategisk inriktning
direction-enter-lead = Skriv inriktningen som strategin har den. Koppla den sedan till de mål den bär.
direction-number-label = Nummer i strategin
direction-title-help = Inriktningen i en mening.
direction-text = Vad inriktningen innebär
priority-area-enter = För in en prioriterad insats
priority-area-enter-lead = Vad Mål och budget säger att digitaliseringen ska inriktas på.
priority-area-text = Vad insatsen innebär
goal-area-establish = Inrätta ett målområde
goal-area-establish-lead = Målområdena samlar fullmäktiges mål, till exempel social hållbarhet.
goal-area-text = Vad målområdet innebär

done-goal-set = Målet är satt.
done-goal-reworded = Målet är omformulerat.
done-goal-ended = Målets sista dag är satt.
done-goal-carried = Målet är överfört.
done-document-adopted = Styrdokumentet är infört.
done-indicator-defined = Indikatorn är bestämd.
done-indicator-redefined = Indikatorn är ändrad.
done-undertaking-entered = Åtagandet är infört.
done-direction-entered = Inriktningen är införd.
done-priority-area-entered = Den prioriterade insatsen är införd.
done-goal-area-established = Målområdet är inrättat.
act-goals-goal-carry = Föra över ett mål till ett senare dokument
act-goals-indicator-import = Hämta en indikators värden från Kolada
refusal-goal-already-there = Målet finns redan i { $title }.
refusal-document-other-body = Ett mål kan bara föras över till ett dokument från samma organ.
refusal-document-earlier = Välj ett dokument som börjar gälla senare än det som målet står i.
refusal-kolada-kpi-wrong = Ett nyckeltal är bokstaven N eller U och fem siffror, till exempel N00945.
refusal-kolada-municipality-wrong = En kommunkod är fyra siffror, till exempel 0126.
refusal-kolada-other-kpi = Indikatorn är inte kopplad till nyckeltalet { $kpi }.
refusal-readings-many = Högst { $most } värden kan hämtas på en gång.

golden-help = Varje band är en koppling, från målområde och mål till det arbete som bidrar.
golden-help-some = Varje band är en koppling. De { $drawn } dyraste av { $all } aktiviteter och initiativ ritas; tabellen har alla.
golden-loose = Ingenting är kopplat hit: den röda tråden är bruten.
golden-ways = Inriktningar och prioriterade insatser
golden-work = Aktiviteter och initiativ
golden-what = Vad
golden-stage = Del av tråden
strategy-columns = Inriktningar efter nummer, prioriterade insatser efter bokstav
findings-title = Det som hänger löst
findings-none = Inget hänger löst.
findings-words = Sök
findings-why = Varför
findings-what = Vad
findings-mend = Åtgärda
loose-direction-without-goal = inriktning som inte bär något mål
loose-goal-left-alone = mål som ingen inriktning bär och inget arbete bidrar till
loose-goal-without-direction = mål som ingen inriktning bär
loose-priority-without-money = prioriterad insats utan planerade pengar i år
loose-activity-without-goal = aktivitet som inte bidrar till något mål
loose-initiative-without-goal = initiativ som inte bidrar till något mål
loose-mend-direction-without-goal = koppla till ett mål
loose-mend-goal-left-alone = koppla till en inriktning
loose-mend-goal-without-direction = koppla till en inriktning
loose-mend-priority-without-money = planera aktiviteter för insatsen
loose-mend-activity-without-goal = ange mål i objektsplanen
loose-mend-initiative-without-goal = ange mål på initiativets kort

plans-years = Plan för plan, år för år
plan-silent = säger inget
plan-tally = { $count } st, { $done } klara
plan-late = { $count } försenade
undertakings-caption = Uppdrag, åtaganden och skrivningar
undertakings-words = Sök i lydelsen
committee-lead = Vad nämndens planer säger om digitalisering, år bredvid år.
committee-years = Planerna år bredvid år
committee-what = Innehåll
committee-goals = Nämndens mål
committee-all = Alla { $count } åtaganden, uppdrag och skrivningar
committee-no-plan = Nämnden har ingen verksamhetsplan.

indicators-lead = Hur det syns att målen nås: senaste värde, prognos och målvärde. Prognosen är minsta kvadratlinjen genom utgångsläget och alla värden, förlängd till målets dag.
indicators-caption = Alla indikatorer
indicators-none-at-all = Ingen indikator är bestämd.
indicators-words = Sök indikator eller mål
goals-words = Sök mål
goals-smart-whole = SMART
goals-smart-lacking = något saknas
goals-time = Tid
goals-time-now = gäller nu
goals-time-other = gäller inte den här dagen

kolada-tied = { $count ->
    [one] En indikator tar sina värden från Kolada.
   *[other] { $count } indikatorer tar sina värden från Kolada.
 }
kolada-fetch = Hämta från Kolada
kolada-saved = Läs in ett sparat svar
kolada-answer = Svaret
kolada-answer-help = Klistra in svaret från Koladas tjänst, i formen för data per kommun.
kolada-read-in = Läs in
kolada-away = Kolada svarar inte just nu. Inget är ändrat. Försök igen senare, eller läs in ett sparat svar.
kolada-unreadable = Texten är inget svar från Kolada. Inget är ändrat.
done-kolada-taken-in = Värdena från Kolada är införda.
done-kolada-nothing-new = Kolada har inget nytt.

committee = Nämnd
plan-none = ingen plan
plans-lacking = { $count ->
    [one] En nämnd har ingen plan för året: { $committees }.
   *[other] { $count } nämnder har ingen plan för året: { $committees }.
 }
golden-no-work = Ingen aktivitet i årets objektsplaner och inget initiativ bidrar.
golden-ways-short = Inriktning, insats

document-ground = Ange beslutet
undertaking-assign = Ändra ansvarig och dag
done-document-grounded = Beslutet är angivet.
done-undertaking-assigned = Ansvarig och dag är sparade.
act-goals-document-ground = Ange beslutet bakom ett styrdokument
act-goals-undertaking-assign = Ändra ansvarig och dag för ett åtagande
refusal-decision-later = Beslutet kan inte vara senare än { $date }, då dokumentet slutar gälla.

reword = Formulera om
goal-areas = Målområden
done-reworded = Den nya lydelsen är sparad. Den tidigare finns kvar i historiken.
act-goals-direction-reword = Formulera om en strategisk inriktning
act-goals-priority-reword = Formulera om en prioriterad insats
act-goals-area-reword = Formulera om ett målområde
goals-drawn = Bilden visar { $drawn } av { $all } mål; listan har alla.
