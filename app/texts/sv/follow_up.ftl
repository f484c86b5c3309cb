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
follow-months-six = 6 månader
follow-months-twelve = 12 månader
follow-months-twenty-four = 24 månader
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
realised-by-class = Realiserat efter slag av nytta
realised-by-unit = Realiserat efter den som får nyttan
realised-by-source = Realiserat efter vem som betalade
realised-group-class = Slag av nytta
realised-group-unit = Nyttan får
realised-group-source = Finansiering
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
