# Initiativen: lista, initiativ, idé, beslutsunderlag, grindar och genomförande.
initiatives-title = Initiativ
initiatives-lead = Allt förändringsarbete med digital teknik, från idé till visad effekt, vad som än betalar.
initiatives-caption = Initiativ
initiatives-none = Inga initiativ passar det du söker.
initiatives-words = Ord i titeln

initiative-new = Ny idé
initiative-new-lead = Ge idén ett namn och säg var den hör hemma. Sedan beskriver du den i nio korta delar, och kan sluta och fortsätta när du vill.
initiative-title = Initiativ
initiative-unit = Enhet
initiative-body = Nämnd
initiative-object = Objekt
initiative-form = Arbetsform
initiative-phase = Läge
initiative-source = Finansiering
initiative-cost = Kostnad
initiative-lead = Ansvarig
initiative-serves = Fler som får nytta av det
initiative-started = Idén påbörjad
initiative-decision = Beslut
initiative-undecided = Inte beslutat
initiative-none = ingen angiven
initiative-choose = Välj
initiative-change = Ändra
initiative-save = Spara
initiative-cancel = Avbryt
initiative-way = Vägen från idé till effekt
initiative-over = Initiativet är avslutat. Inget mer kan skrivas.
initiative-stop = Stoppa initiativet
initiative-stop-reason = Varför stoppas det?
initiative-stop-help = Skriv så att nästa som får samma idé har nytta av det.
initiative-why-stopped = Därför stoppades det
initiative-lessons = Vad lärde vi oss?
initiative-lessons-help = Vad blev annorlunda än ni trodde, och vad skulle ni göra om?
initiative-close = Avsluta initiativet

card-title = Uppgifter om initiativet
card-name = Namn
card-title-help = Säg vad det handlar om, så att någon i en annan förvaltning känner igen sig.
card-object-help = Det pm3-objekt som tar hand om resultatet. Behövs först i beslutsunderlaget.
card-form-help = Kraven är desamma vilken form du väljer.
card-expected-cost = Ungefärlig kostnad
card-expected-cost-help = En första gissning räcker. Den avgör hur mycket som begärs.
card-writers = Fler som skriver
card-writers-help = De kan skriva i idén och underlaget, i samma stund som du.
card-serves-help = Markera de enheter som kan använda lösningen. Fler nämnder betyder större räckvidd.
card-thread-help = Markera det initiativet bidrar till. Minst ett mål eller målområde.

thread-title = Den röda tråden
thread-goals = Mål
thread-goal-areas = Målområden
thread-priority-areas = Prioriterade insatser
thread-directions = Strategiska inriktningar

form-project = Projekt
form-assignment = Uppdrag
form-line = I linjen
form-procurement = Upphandling

phase-idea = Idé
phase-case = Underlag
phase-decision = Väntar på beslut
phase-start = Beslutat
phase-delivery = Genomförs
phase-effect = Levererat
phase-closure = Effekt visad
phase-closed = Avslutat
phase-stopped = Stoppat
phase-late = Genomförs, försenat

size-small = Litet
size-medium = Medelstort
size-large = Stort

way-done = klart
way-now = här är det nu
way-ahead = återstår
way-stopped = stoppat

gate-idea = Idé
gate-case = Underlag
gate-decision = Beslut
gate-start = Start
gate-delivery = Leverans
gate-effect = Effekt
gate-closure = Avslut
gate-next = Nästa steg: { $gate }
gate-barred = Det går inte vidare än
gate-nothing-lacks = Inget saknas.
gate-about-idea = Idén beskrivs så att andra förstår problemet och kan bidra.
gate-about-case = Underlaget visar kostnad, nytta, risker och vad slutanvändarna har sagt, i proportion till initiativets storlek.
gate-about-decision = En nämnd eller en namngiven delegat beslutar på det underlag som finns.
gate-about-start = Arbetet börjar med en plan att följa upp mot.
gate-about-delivery = Arbetet rapporteras tills resultatet är i bruk.
gate-about-effect = Varje nytta följs upp efter 6, 12 och 24 månader och intygas av sin ägare.
gate-about-closure = Det ni lärde er skrivs ned för nästa idé.
lack-bars = Stoppar
lack-missed = Saknas

deciding-by-fund = Initiativet söker medel ur digitaliseringspotten. Beslutet fattas i ansökningsomgången.
deciding-to-fund = Gå till digitaliseringspotten
deciding-not-you = Du får inte besluta om initiativet.
deciding-who = Det gör nämnden, eller objektets ägare inom sin delegation.
deciding-you-may = Du får besluta om initiativet.
deciding-you-may-because = Rätten följer av en delegation till objektets ägare.
deciding-reason = Motivering
deciding-reason-help = Skriv varför. Underlaget som det är nu sparas som grund för beslutet.
deciding-case-number = Diarienummer
deciding-decide = Besluta att genomföra

idea-title = Idé
idea-lead = Skriv det du vet. Allt sparas medan du skriver, och flera kan skriva i olika delar samtidigt.
idea-write = Skriv på idén
idea-start = Börja skriva
idea-save = Spara
idea-saved-now = Sparat
idea-saved-by = Sparat av { $who } { $date }
idea-saved-text = Det som är sparat nu
idea-area-empty = Inget skrivet än
idea-unwritten = Idén är inte beskriven.
idea-submit = Lämna in idén

area-problem = Problem
area-solution = Lösningsförslag
area-affected-roles = Påverkade roller
area-goal-contribution = Bidrag till kommunens mål
area-wider-use = Kan fler verksamheter använda lösningen?
area-cost-estimate = Kostnadsuppskattning
area-benefit-estimate = Nyttouppskattning
area-prerequisites = Förutsättningar och kompetenser
area-follow-up = Uppföljning
area-help-problem = Vad fungerar inte i dag, för vem, och hur ofta? Skriv gärna en siffra: hur många, hur länge, hur mycket.
area-help-solution = Vad ska gå att göra som inte går i dag? Beskriv vad som ändras i arbetet, inte bara vilken teknik.
area-help-affected-roles = Vilka får en annan arbetsdag, och vilka invånare märker skillnad?
area-help-goal-contribution = Vilket mål kommer närmare, och hur märks det?
area-help-wider-use = Har någon annan förvaltning samma behov? Liknande idéer visas på samma sida.
area-help-cost-estimate = Vad kostar det att införa, och vad kostar det sedan varje år? En grov siffra räcker.
area-help-benefit-estimate = Vad sparas i kronor, i tid, eller blir bättre utan att kunna räknas i pengar?
area-help-prerequisites = Vad måste finnas först: beslut, avtal, nät, kunskap, personer?
area-help-follow-up = Hur ser ni efter ett halvår om det blev som ni tänkte? Vem mäter, och vad är värdet i dag?


basis-title = Beslutsunderlag
basis-lead = Det som behöver vara känt innan någon beslutar. Hur mycket som begärs beror på kostnad, räckvidd och risk.
basis-write = Skriv på underlaget
basis-submit = Lämna in underlaget
basis-costs = Kostnader
basis-benefits = Nyttor
basis-alternatives = Alternativ
basis-risks = Risker
basis-users = Slutanvändare
basis-financing = Finansiering
basis-years = År
basis-year = År
basis-sum = Summa
basis-no-costs = Inga kostnader är skrivna.
basis-no-benefits = Inga nyttor är skrivna.
basis-no-alternatives = Inga alternativ är skrivna.
basis-no-risks = Inga risker är skrivna.
basis-no-users = Slutanvändare har inte deltagit än.
basis-no-financing = Ingen finansiering är skriven.
line-remove = Ta bort
estimate-between = ({ $low } till { $high })

span-row = När och hur mycket { $number }
span-from = Från och med år
span-to = Till och med år
span-likely = Troligt belopp per år
span-low = Som minst
span-high = Som mest
span-more = Fler perioder med andra belopp

cost-title = Kostnad
cost-what = Vad kostar?
cost-what-help = Till exempel licens, införande, utbildning eller drift.
cost-kind = En gång eller varje år
cost-kind-one-off = En gång
cost-kind-running = Varje år
cost-payer = Betalas av
cost-add = Lägg till en kostnad

benefit-title = Nytta
benefit-what = Vad blir bättre?
benefit-what-help = Skriv det som den som får nyttan märker.
benefit-class = Slag av nytta
benefit-class-green = Grön: pengar
benefit-class-yellow = Gul: tid eller osäkert
benefit-class-red = Röd: kvalitet
benefit-class-about-green = Pengar som kan tas hem: lägre kostnad eller högre intäkt.
benefit-class-about-yellow = Tid som frigörs, eller pengar som är osäkra.
benefit-class-about-red = Kvalitet. Mäts och beskrivs i ord, aldrig i kronor.
benefit-class-sum-green = Grön nytta
benefit-class-sum-yellow = Gul nytta
benefit-red-count = Röda nyttor
benefit-in-words = i ord
benefit-receiver = Nyttan får
benefit-owner = Nyttoägare
benefit-owner-help = Den som ser till att nyttan tas hem och intygar utfallet.
benefit-worth = Värde
benefit-worth-help = Fyll i för grön och gul nytta. Röd nytta värderas aldrig i kronor.
benefit-time = Räkna fram värdet av tid
benefit-time-help = Timmar per år gånger full timkostnad gånger den andel som kan tas hem. Lämna det troliga beloppet ovanför tomt, så räknas det ut.
benefit-measure = Så mäts nyttan
benefit-measure-help = Utan utgångsläge och mål går det inte att se om nyttan kom.
benefit-from-to = { $from } till { $to } { $unit }
benefit-unmeasured = går inte att mäta än
benefit-add = Lägg till en nytta
measure-unit = Mäts i
measure-unit-help = Till exempel dagar per ärende, eller procent nöjda.
measure-method = Mätmetod
measure-method-help = Var siffran hämtas och hur den räknas.
measure-baseline = Värde i dag
measure-target = Värde som utlovas
time-hours = Timmar per år
time-cost = Full kostnad per timme
time-share = Andel som kan tas hem

worth-title = Vad underlaget är värt
worth-lead = Nuvärde i { $year } års pengar med kommunens kalkylränta { $rate }. Grön och gul nytta hålls isär, och röd räknas aldrig i kronor.
worth-green = Nuvärde, bara grön nytta
worth-both = Nuvärde, grön och gul nytta
worth-ratio = Nuvärde per satsad krona
worth-payback = Betalt efter
worth-discounted-payback = Betalt efter, med ränta
worth-never = betalar sig inte under de år som är räknade
worth-years = { $years },{ $tenths } år
worth-chart = Kostnad och nytta år för år
worth-chart-green = Grön nytta
worth-chart-yellow = Gul nytta

alternatives-lead = Skriv minst två vägar, och låt en av dem vara att inget göra. Markera den ni föreslår.
alternatives-write = Skriv alternativen
alternative-row = Alternativ { $number }
alternative-what = Vad innebär det?
alternative-kind = Slag av alternativ
alternative-judgement = Bedömning
alternative-chosen = Föreslås
alternative-kind-nothing = Inget göra
alternative-kind-reuse = Återanvända
alternative-kind-buy = Köpa
alternative-kind-build = Bygga
alternative-kind-work = Ändra arbetssätt

risk-title = Risk
risk-what = Vad kan hända?
risk-what-help = Skriv händelsen, inte området: ”Uppgifter om boende läcker”, inte ”Säkerhet”.
risk-area = Område
risk-area-help = De fyra första ska alltid prövas när initiativet inte är litet.
risk-area-information-security = Informationssäkerhet
risk-area-working-environment = Arbetsmiljö
risk-area-competence = Kompetens
risk-area-change-management = Förändringsledning
risk-area-privacy = Dataskydd
risk-area-law = Juridik
risk-area-supplier = Leverantör
risk-area-technology = Teknik
risk-probability = Sannolikhet
risk-consequence = Konsekvens
risk-probability-of = Sannolikhet { $value }
probability-1 = 1, knappast
probability-2 = 2, mindre troligt
probability-3 = 3, kan hända
probability-4 = 4, troligt
probability-5 = 5, nästan säkert
consequence-1 = 1, märks knappt
consequence-2 = 2, lindrig
consequence-3 = 3, kännbar
consequence-4 = 4, allvarlig
consequence-5 = 5, mycket allvarlig
risk-weight = Riskvärde
risk-residual = Kvar efter åtgärd
risk-measure = Åtgärd
risk-measure-help = Risker med värde { $grave } eller mer ska ha åtgärd, ansvarig och datum.
risk-measure-what = Vad görs åt det?
risk-owner = Ansvarig
risk-state = Läge
risk-due = Åtgärdas senast { $date }
risk-due-date = Åtgärdas senast
risk-taken = Åtgärdat { $date }
risk-taken-date = Åtgärdat den
risk-late = Åtgärden är försenad
risk-unmet = Åtgärd saknas
risk-borne = Bärs
risk-left = Vad är kvar av risken efter åtgärden?
risk-add = Lägg till en risk
risk-matrix = Risker utan åtgärder
risk-matrix-how = Så läser du bilden
risk-matrix-help = Varje risk står i sin ruta med sitt nummer i tabellen ovanför. Ju mörkare ruta, desto allvarligare. Från riskvärdet { $grave } är en risk allvarlig. Den andra bilden visar vad som är kvar när åtgärderna är vidtagna.

user-title = Slutanvändares medverkan
user-lead = Bara det som har skett efter idéns början den { $date } räknas. Avsikter räcker inte.
user-group = Grupp
user-group-help = Till exempel boende, vårdnadshavare, nattpersonal.
user-method = Metod
user-method-help = Till exempel intervjuer, prov av prototyp, workshop.
user-date = Datum
user-people = Antal personer
user-said = Vad sade de?
user-changed = Vad ändrades?
user-changed-help = Vad blev annorlunda i lösningen för att de sade det?
user-diversity = Mångfald och tillgänglighet
user-diversity-help = Hur såg ni till att även den som har svårast att delta kom till tals?
user-occasion = { $method }, { $date }, { $people } personer
user-before = före idén, räknas inte
user-add = Lägg till ett tillfälle

financing-lead = Troligt kostar det { $money }. Finansieringen ska räcka till hela beloppet.
financing-row = Rad { $number }
financing-source = Källa
financing-unit = Vems pengar
financing-amount = Belopp
financing-more = Fler rader
financing-write = Skriv finansieringen
financing-missing = Det saknas finansiering för { $money }.
source-own-frame = Egen ram
source-fund = Digitaliseringspotten
source-grant = Externt bidrag
source-investment = Investering

delivery-title = Genomförande
delivery-lead = Planen ligger fast. Det som ändras på vägen rapporteras, så att skillnaden syns.
delivery-none = Arbetet har inte börjat.
delivery-start = Starta arbetet
delivery-report = Rapportera läget
delivery-deliver = Leverera
delivery-deliver-help = När resultatet är i bruk. Från den dagen räknas uppföljningarna efter 6, 12 och 24 månader.
delivery-first-day = Första dag
delivery-planned-end = Planerat klart
delivery-plan-help = Kostnad och tid följs upp mot det du skriver här.
delivery-budget = Budget
delivery-spent = Upparbetat
delivery-forecast = Prognos
delivery-final-cost = Slutlig kostnad
delivery-over = över budget
delivery-within = inom budget
delivery-end = Klart
delivery-delivered-on = Levererat
delivery-late = Försenat
delivery-started-as-planned = dag som nu gäller
delivery-reports = Rapporter
delivery-no-reports = Inget är rapporterat.
delivery-date = Dag
delivery-fare = Läge
delivery-done = Klart, andel
delivery-reason = Orsak
delivery-reason-help = Behövs när läget avviker.
fare-on-track = Enligt plan
fare-deviates = Avviker, hanteras
fare-needs-help = Avviker, behöver beslut

follow-next = Nästa uppföljning
follow-late-days = { $days ->
    [one] en dag sen
   *[other] { $days } dagar sen
}

done-idea-started = Idén är påbörjad. Beskriv den nu i de nio delarna.
done-idea-saved = Idén är sparad.
done-idea-submitted = Idén är inlämnad. Nu skrivs beslutsunderlaget.
done-card-written = Uppgifterna är sparade.
done-basis-written = Underlaget är sparat.
done-basis-submitted = Underlaget är inlämnat och väntar på beslut.
done-initiative-decided = Beslutet är fattat och registrerat.
done-initiative-closed = Initiativet är avslutat.
done-initiative-stopped = Initiativet är stoppat.
done-delivery-started = Arbetet har börjat.
done-delivery-reported = Rapporten är sparad.
done-delivery-delivered = Leveransen är registrerad. Uppföljningarna har fått sina datum.

standing-Lead = den som ansvarar för initiativet eller skriver i det

act-initiatives-idea-start = Påbörja en idé
act-initiatives-card-write = Ändra uppgifterna om ett initiativ
act-initiatives-idea-describe = Skriva en del av idén
act-initiatives-idea-write = Skriva flera delar av idén
act-initiatives-idea-submit = Lämna in idén
act-initiatives-case-put = Skriva en del av underlaget
act-initiatives-case-write = Skriva flera delar av underlaget
act-initiatives-case-drop = Ta bort en del av underlaget
act-initiatives-case-submit = Lämna in underlaget
act-initiatives-delivery-start = Starta arbetet
act-initiatives-delivery-report = Rapportera läget
act-initiatives-delivery-deliver = Leverera
act-initiatives-initiative-stop = Stoppa ett initiativ
act-forums-initiative-decide = Besluta om ett initiativ med stöd av delegation
act-forums-initiative-affirm = Anteckna att ett organ har beslutat om ett initiativ
act-forums-demands-adopt = Låta kraven gälla alla initiativ

refusal-initiative-unknown = Initiativet finns inte.
refusal-initiative-ended = Initiativet är avslutat. Inget mer kan skrivas.
refusal-gate-elsewhere = Initiativet står inte inför det steget nu.
refusal-part-unknown = Raden finns inte längre.
refusal-part-promised = Det som arbetet startade på kan inte ändras i efterhand. Rapportera i stället hur det går.
refusal-nothing-written = Det finns inget att spara.
refusal-estimate-unordered = Det minsta beloppet får inte vara större än det troliga, och det troliga inte större än det största.
refusal-years-backwards = Perioden ska vara ett till trettio år, och sluta tidigast det år den börjar.
refusal-years-missing = Skriv minst ett år med ett belopp.
refusal-red-never-money = Röd nytta värderas aldrig i kronor. Välj grön eller gul, eller ta bort beloppet.
refusal-target-is-baseline = Målet är detsamma som värdet i dag.
refusal-weight-outside = Sannolikhet och konsekvens går från 1 till { $most }.
refusal-residual-larger = Det som är kvar kan inte vara större än risken var.
refusal-people-none = Minst en person ska ha deltagit.
refusal-not-under-way = Arbetet pågår inte.
refusal-forecast-below-cost = Prognosen är lägre än det som redan är upparbetat, { $money }.
refusal-fund-decides = Initiativet söker medel ur potten. Beslutet fattas i ansökningsomgången.
refusal-decision-elsewhere = Beslutet handlar inte om det här initiativet.

refusal-lack-problem = Beskriv problemet.
refusal-lack-solution = Beskriv lösningsförslaget.
refusal-lack-affected-roles = Beskriv vilka roller som påverkas.
refusal-lack-goal-contribution = Beskriv hur det bidrar till kommunens mål.
refusal-lack-wider-use = Beskriv om fler verksamheter kan använda lösningen.
refusal-lack-cost-estimate = Uppskatta kostnaden.
refusal-lack-benefit-estimate = Uppskatta nyttan.
refusal-lack-prerequisites = Beskriv förutsättningar och kompetenser.
refusal-lack-follow-up = Beskriv hur det ska följas upp.
refusal-lack-goal-link = Koppla initiativet till minst ett mål eller målområde.
refusal-lack-object = Ange vilket objekt initiativet hör till.
refusal-lack-costs = Skriv minst en kostnad.
refusal-lack-benefits = Skriv minst en nytta.
refusal-lack-measures = { $count ->
    [one] En nytta saknar enhet, mätmetod, värde i dag eller mål.
   *[other] { $count } nyttor saknar enhet, mätmetod, värde i dag eller mål.
}
refusal-lack-alternatives = Skriv minst två alternativ.
refusal-lack-doing-nothing = Pröva alternativet att inget göra.
refusal-lack-risks = Skriv minst en risk.
refusal-lack-risk-areas = { $count ->
    [one] Ett av de fyra riskområden som alltid ska prövas saknar risk.
   *[other] { $count } av de fyra riskområden som alltid ska prövas saknar risk.
}
refusal-lack-risk-measures = { $count ->
    [one] En allvarlig risk saknar åtgärd, ansvarig eller datum.
   *[other] { $count } allvarliga risker saknar åtgärd, ansvarig eller datum.
}
refusal-lack-users = { $least ->
    [one] Slutanvändare ska ha deltagit minst en gång efter idéns början. Hittills: { $count }.
   *[other] Slutanvändare ska ha deltagit minst { $least } gånger efter idéns början. Hittills: { $count }.
}
refusal-lack-financing = Finansiering saknas för { $money }.
refusal-lack-decision = Initiativet är inte beslutat.
refusal-lack-measures-taken = { $count ->
    [one] Åtgärden mot en allvarlig risk är inte vidtagen.
   *[other] Åtgärderna mot { $count } allvarliga risker är inte vidtagna.
}
refusal-lack-report = Rapportera läget minst en gång.
refusal-lack-users-tried = Slutanvändare ska ha prövat lösningen sedan arbetet började.
refusal-lack-outcomes = { $count ->
    [one] En uppföljning återstår att intyga.
   *[other] { $count } uppföljningar återstår att intyga.
}
