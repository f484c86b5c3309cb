# Samordning: det som liknar en idé, vad som görs åt det, och pengarna det handlar om.
similar-title = Liknande idéer, objekt och system
similar-lead = Andra som redan gör, eller har, något som handlar om samma sak. Läs och hör av dig: det kan bli ett gemensamt.
similar-none = Inga liknande idéer än. Skriv mer, så letar vi igen.
similar-why = { $unit }. Gemensamma ord: { $words }
kin-title = Det finns något liknande
kin-lead = Två som löser samma problem var för sig betalar två gånger. Gå ihop, använd det som finns, eller skriv varför inte.
kin-initiative = Initiativ
kin-object = Objekt
kin-system = System
kin-system-of = System i { $object }
kin-answer = Gå ihop, använd, eller skriv varför inte
kin-answered = Besvarat
kin-unanswered = Behöver svar
kin-shared = Det vi ser: båda skriver om { $words }.
kin-how = Vad gör ni?
kin-how-help = Går ni ihop avslutas din idé, och det andra initiativet arbetar även åt er.
kin-how-join = Går ihop
kin-how-reuse = Använder det som finns
kin-how-apart = Gör var för sig
kin-why = Varför?
kin-why-help = Vilka har ni pratat med, och vad kom ni fram till? Taktiska rådet läser det här.
kin-saving = Det sparar vi
kin-saving-help = Bara när ni använder det som finns: vad hade det kostat att göra själva?
kin-save = Spara svaret
kin-by = Besvarat av
kin-joined = Idén har gått ihop med ett annat initiativ
lack-kin-of = Svara om det som liknar: { $what }
why-lack-kin = Den som läser idén vill veta att ni inte gör det någon annan redan gör. Tar ofta ett samtal.
coordination-title = Samordning
coordination-lead = Varje gång en idé liknar något som redan finns frågar Styrbord vad som görs åt det. Här är svaren, och pengarna.
coordination-caption = Svar om det som liknar varandra
coordination-none = Inget är besvarat än.
coordination-sum-join = Sparat genom att gå ihop
coordination-sum-reuse = Sparat genom att använda det som finns
coordination-sum-apart = Betalas två gånger
coordination-cases = { $count ->
    [one] ett fall
   *[other] { $count } fall
}
coordination-chart = Sparat, och betalat två gånger
coordination-to = Liknar
coordination-saved = Sparat
coordination-twice = Betalas två gånger
coordination-agenda = Att ta upp: det som görs två gånger
coordination-agenda-sum = { $count } fall görs var för sig och kostar { $lost } två gånger. { $joined } har gått ihop; ihop med det som används igen sparar det { $saved }.
coordination-all = Alla svar om samordning
done-kin-answered = Svaret är sparat.
act-initiatives-similar-answer = Svara om något som liknar
refusal-lack-kin = { $count ->
    [one] En sak liknar idén mycket. Gå ihop, använd det som finns, eller skriv varför inte.
   *[other] { $count } saker liknar idén mycket. Gå ihop, använd det som finns, eller skriv varför inte.
}
refusal-kin-unknown = Det som idén ska likna finns inte.
refusal-kin-unjoinable = Ni kan bara gå ihop innan er idé är beslutad, med ett initiativ som inte är levererat.
refusal-saving-only-by-reuse = Ange vad som sparas bara när ni använder det som finns.
settling-lead = När protokollet är justerat skrivs beslutet in här. Då är initiativet beslutat.
settling-do = Skriv in beslutet
done-initiative-settled = Beslutet är inskrivet och initiativet beslutat.
act-forums-initiative-settle = Skriva in ett organs beslut om ett initiativ
