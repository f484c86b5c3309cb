# Läget, och vad som väntas av var och en.
overview-title = Läget
overview-lead = { $municipality } den { $date }: pengarna, arbetet, det som är sent och det som väntar på någon.
overview-set-aside = avsatt för digitalisering { $year }
overview-going = initiativ genomförs
overview-forecast = Prognoserna går { $money } över budget
overview-late = saker är försenade
overview-late-none = Inget är försenat.
overview-late-some = Se vad det är
overview-yes-of = { $yes } av { $of }
overview-audit = revisionsfrågor besvaras med ja
overview-no = { $no ->
    [0] Ingen besvaras med nej
    [one] En besvaras med nej
   *[other] { $no } besvaras med nej
}
overview-own = Väntar på dig
overview-own-all = Alla { $count } som väntar på dig
overview-money = Pengar
overview-money-title = Budget för initiativ som genomförs
overview-money-description = Beslutad budget { $budget }, varav { $used } är använt. Prognoserna överskrider budget med { $over }.
overview-money-more = Alla medel, post för post
overview-used = Använt
overview-committed = Bundet
overview-free = Fritt
overview-over = Över budget enligt prognos
overview-part = Del
overview-amount = Belopp
overview-sits-title = Var pengarna finns
overview-sits-description = Störst är { $body } med { $money }.
overview-body = Organ
overview-no-work = Inget initiativ genomförs den här dagen.
overview-work = Initiativ
overview-work-more = Alla initiativ
overview-phases-title = Initiativ per fas
overview-phases-description = { $all } initiativ, varav { $open } är öppna.
overview-phase = Fas
overview-count = Antal
overview-late-title = Försenat
overview-late-delivery = Skulle ha varit levererat
overview-late-more = Allt som är försenat
overview-shown = { $shown } av { $count }
overview-waiting = Väntar på
overview-of-which-late = Varav sent
overview-goals = Mål och strategi
overview-goals-none = Inga mål är beslutade för { $year } än. De sätts i Mål och budget.
overview-goals-all = Alla mål har någon inriktning, aktivitet eller något initiativ som bidrar, och alla inriktningar bär något mål.
overview-goals-alone = { $count ->
    [one] Ett mål har ingen som bidrar till det:
   *[other] { $count } mål har ingen som bidrar till dem:
}
overview-directions-loose = { $count ->
    [one] En inriktning i strategin bär inget mål:
   *[other] { $count } inriktningar i strategin bär inget mål:
}
overview-goals-more = Målen
overview-audit-title = Revision
overview-audit-more = De åtta frågorna

mine-title = Väntar på dig
mine-lead = { $count ->
    [0] Inget väntar på dig just nu.
    [one] En sak väntar på dig.
   *[other] { $count } saker väntar på dig.
}
mine-everyone = Allt som väntar på någon
mine-none = Inget väntar.
mine-late = Försenat
mine-dated = Snart
mine-open = Utan sista dag
mine-tag-late = Försenat
mine-tag-soon = Inom 30 dagar
mine-tag-week = Inom 7 dagar
mine-tag-open = Att göra
mine-tag-awaited = Inväntas
mine-due = senast { $date }
everyone-title = Väntar på någon
everyone-lead = Allt som väntas av någon i kommunen, det mest brådskande först.
everyone-all = Visa allt
everyone-late = Visa bara försenat
everyone-count = { $count ->
    [one] 1 sak
   *[other] { $count } saker
}
everyone-what = Vad
everyone-kind = Att göra
everyone-who = Vem
everyone-due = Senast
everyone-nobody = Ingen har rollen

expected-decide-application = Besluta om ansökan till potten
expected-decide-initiative = Besluta om initiativet
expected-bring-to-body = Ta initiativet till nämnden för beslut
expected-decide-plan = Besluta objektsplanen
expected-recommend = Rekommendera hur potten ska fördelas
expected-assess = Anmäl jäv eller bedöm ansökan
expected-finish-idea = Skriv klart idén
expected-finish-case = Skriv klart beslutsunderlaget
expected-write-idea = Skriv i idén: du är inbjuden
expected-write-case = Skriv i beslutsunderlaget: du är inbjuden
expected-finish-plan = Skriv klart objektsplanen
expected-begin = Starta det som är beslutat
expected-report-delivery = Rapportera hur genomförandet går
expected-meet-risk = Genomför åtgärden mot en risk
expected-attest-benefit = Intyga vad nyttan blev
expected-chase-benefit = Se till att utfallet blir intygat
expected-chase-report = Se till att genomförandet rapporteras
expected-measure-indicator = Mät indikatorn
expected-report-undertaking = Återrapportera åtagandet
expected-agree-key = Registrera nämndens svar om fördelningsnyckeln
expected-report-decision = Anmäl delegationsbeslutet till nämnden
expected-answer-advice = Svara på revisorernas rekommendation
expected-do-measure = Genomför åtgärden
expected-answer-promise = Ta ställning: hög prioritet blir inte gjord
expected-call-meeting = Skicka kallelse till sammanträdet
expected-write-minutes = Skriv anteckningar från sammanträdet
