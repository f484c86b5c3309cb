# Uppföljningen: nyttor som ska följas upp, utfall, och realiserat mot planerat.
follow-title = Uppföljning
follow-lead = Varje nytta följs upp 6, 12 och 24 månader efter leverans, vad som än betalade. Utfallet intygas av nyttans ägare.
follow-late = Försenade uppföljningar
follow-late-note = skulle redan ha gjorts
follow-soon = Förfaller inom ett halvår
follow-attested = Intygade utfall
follow-unmeasured = Levererade utan nytta att följa upp
follow-unmeasured-note = ingen nytta skrevs
follow-state = Läge
follow-state-late = Försenade
follow-state-soon = Förfaller inom ett halvår
follow-state-attested = Intygade
follow-state-all = Alla
follow-caption = Uppföljningar av nytta
follow-none = Inga uppföljningar passar det du söker.
follow-after = Efter
follow-due = Förfaller
follow-months-six = 6 månader
follow-months-twelve = 12 månader
follow-months-twenty-four = 24 månader
follow-attested-on = Intygat { $date }
follow-left-days = { $days ->
    [one] en dag kvar
   *[other] { $days } dagar kvar
}
follow-waiting = Inte förfallen än
follow-of = Nytta av
follow-outcomes = Uppföljningar
follow-not-yet = Uppföljningarna får datum när initiativet är levererat.
follow-undelivered = Inte levererat

realised-title = Vad nyttorna har blivit
realised-lead = Det senaste intygade utfallet, mot det som var planerat för samma år. Röd nytta räknas i antal, aldrig i kronor.
realised-benefits = Nyttor
realised-attested = Med utfall
realised-reached = Nådde målet
realised-planned = Planerat per år
realised-realised = Realiserat per år
realised-share = Andel
realised-none = Inget är levererat än.

outcome-title = Intyga ett utfall
outcome-who = Du kan inte intyga utfallet.
outcome-who-is = Det gör nyttans ägare, { $who }.
outcome-due = { $months }, förfaller { $date }
outcome-date = Mätt den
outcome-value = Uppmätt värde
outcome-reached = Av vägen till målet
outcome-money = Hemtaget per år
outcome-money-help = Det som faktiskt har tagits hem, räknat på ett år.
outcome-method = Hur mättes det?
outcome-evidence = Vad visar det?
outcome-evidence-help = Till exempel en rapport, ett bokslut eller en enkät, så att någon annan kan hitta det.
outcome-attest = Intyga

done-outcome-attested = Utfallet är intygat.

act-follow-up-outcome-attest = Intyga vad en nytta har blivit
act-follow-up-initiative-close = Avsluta ett initiativ

refusal-benefit-unknown = Nyttan finns inte.
refusal-not-delivered = Initiativet är inte levererat än.
refusal-outcome-known = Den uppföljningen är redan intygad.
refusal-follow-up-early = Det är för tidigt. Uppföljningen förfaller { $date }.
refusal-effects-unattested = Effekterna är inte visade än: { $count } uppföljningar återstår.

realised-by = Grupperat efter
realised-by-class = Slag av nytta
realised-by-object = Objekt
realised-by-committee = Nämnd som får nyttan
realised-by-goal = Mål
realised-by-source = Vem som betalade
realised-group = Grupp
realised-group-none = Inget angivet
realised-several = En nytta som tjänar flera mål, eller har flera som betalar, räknas hel i varje grupp.
realised-chart-description = Stapeln är vad nyttorna är värda per år enligt senaste utfall. Strecket är vad som var planerat för samma år.
realised-nothing-yet = Ingen nytta i pengar är intygad än.
realised-more = Efter objekt, nämnd, mål och vem som betalade
calendar-title = Kalender att prenumerera på
calendar-due = Följ upp efter { $months }: { $benefit }
compared-title = Plan, prognos och utfall
compared-what = Vad
compared-first = Första planen
compared-plan = Planen nu
compared-forecast = Prognos
compared-outcome = Utfall
compared-deviation = Mot första planen
compared-time = Tid
compared-cost = Kostnad
compared-scope = Omfattning
compared-benefit = Nytta
compared-as-planned = på dagen
compared-days-late = { $days ->
    [one] en dag senare
   *[other] { $days } dagar senare
}
compared-days-early = { $days ->
    [one] en dag tidigare
   *[other] { $days } dagar tidigare
}
compared-help = Omfattning är hur mycket av det planerade som levereras. Nyttans utfall är det som ägarna har intygat.
delivery-plans = Planerna
plans-caption = Alla planer, den första överst
plans-only-first = Den första planen gäller än.
plans-plan = Plan
plans-since = Gäller från
plans-first = Första planen
plans-nth = Omplanering { $number }
plans-chart = Planerna och vart det lutar
plans-chart-description = { $plans ->
    [one] En plan, klar { $first }. Nu gäller { $now }.
   *[other] { $plans } planer. Den första skulle vara klar { $first }, nu gäller { $now }.
}
plan-scope = Vad ska levereras?
plan-scope-help = Det som går att peka på när det är klart.
plan-scope-short = Omfattning
plan-benefit-short = Nytta
replan-title = Planera om
replan-lead = Den nya planen gäller från i dag. De tidigare finns kvar, och utfallet jämförs också med dem.
replan-reason = Varför?
replan-reason-help = Vad har hänt sedan den plan som gäller nu gjordes?
replan-decision = Beslut
replan-decision-help = Behövs mer pengar än någon har beslutat: vem har beslutat om dem?
replan-undecided = dyrare utan beslut
replan-do = Gör den nya planen
chart-today = i dag
delivery-expected-scope = Av omfattningen
delivery-expected-scope-help = Hur mycket av det planerade tror ni blir levererat?
delivery-expected-benefit = Av nyttan
delivery-expected-benefit-help = Hur mycket av den utlovade nyttan tror ni på?
delivery-delivered-scope = Levererad omfattning
done-delivery-replanned = Den nya planen gäller. De tidigare finns kvar.
act-initiatives-delivery-replan = Planera om
refusal-plan-unchanged = Planen är densamma som den som gäller nu.
