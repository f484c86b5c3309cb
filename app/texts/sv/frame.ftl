# Ramen kring varje sida, och det som gäller Styrbord självt.
frame-skip = Hoppa till innehållet
frame-menu = Meny
frame-navigation = Huvudmeny
frame-trail = Här är du
frame-other-language = In English
frame-as-of = Visa sidan som den var den
frame-as-of-button = Visa dagen
frame-citizen = Du är inte inloggad
frame-sign-in = Logga in
frame-change-person = Byt person

nav-overview = Läget
nav-mine = Mitt
nav-goals = Mål
nav-objects = Objekt
nav-initiatives = Initiativ
nav-fund = Digitaliseringspotten
nav-money = Pengar
nav-decisions = Beslut
nav-follow-up = Uppföljning
nav-audit = Revision

foot-delegations = Delegationsordning
foot-permissions = Vem får göra vad
foot-ledger = Liggaren
foot-accessibility = Tillgänglighet
foot-ledger-head = { $size ->
    [one] En post i liggaren
   *[other] { $size } poster i liggaren
}

banner-as-of = Du ser läget som det var den { $date }. Inget kan ändras här.
banner-at = Du ser underlaget som det var den { $date }, när liggaren hade { $size } poster. Inget kan ändras här.
banner-as-of-back = Gå till dagens läge
banner-demo = Exempelkommunen: klockan går från { $date }. Uppgifter märkta ”exempel” är påhittade, övriga kommer ur revisionsrapporten.

mark-example = exempel
mark-report = rapporten { $section }

export-as = Hämta listan som
export-xlsx = Excel
export-csv = CSV

list-filter = Begränsa listan
list-show = Visa
list-clear = Visa alla
list-any = Alla
list-none = Här finns inget att visa.
list-found = { $count } av { $all } visas.
list-sum = Summa, { $count } rader
list-pages = Sidor i listan
list-position = Rad { $first }–{ $last } av { $count }
list-previous = Föregående
list-next = Nästa

unit-million = mnkr
unit-thousand = tkr

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

subject-municipality = Kommunen

session-title = Vem är du?
session-lead = I exempelkommunen väljer du vem du vill vara. Du ser och kan göra det som den personen får.
session-closed = Inloggning med kommunens egen inloggningstjänst är inte inkopplad än. Utan inloggning ser du det som är offentligt.
session-citizen = Var ingen av dem: titta som invånare

permissions-title = Vem får göra vad
permissions-lead = Varje handling i Styrbord står i en tabell. Den som har något av det som står till höger får göra det. Rätten följer av utnämningar och delegationsbeslut i liggaren, aldrig av en inställning.
permissions-caption = { $room }: handlingar och vem som får göra dem
permissions-act = Handling
permissions-who = Vem får

ledger-title = Liggaren
ledger-lead = Allt som görs i Styrbord skrivs som en post som inte kan ändras. Posterna är sammanlänkade och signerade, så att vem som helst kan kontrollera att inget har tagits bort eller ändrats.
ledger-checkpoint = Senaste kontrollpunkten
ledger-checkpoint-help = Antal poster, trädets rot och signaturen. Spara den på en annan plats, så kan den jämföras senare.
ledger-entries = Alla poster
ledger-words = Sök på vad det gäller eller vem
ledger-year = År
ledger-seq = Nr
ledger-at = När
ledger-act = Vad
ledger-about = Om
ledger-who = Vem

problem-home = Gå till Läget
problem-not-found-title = Sidan finns inte
problem-not-found = Adressen leder inte till något i Styrbord. Den kan vara felskriven, eller så har det du söker aldrig funnits.
problem-forbidden-title = Det får du inte göra
problem-forbidden = Inget har ändrats. Under ”Vem får göra vad” längst ned på sidan står vem som får.
problem-sign-in-title = Logga in först
problem-sign-in = Logga in för att se sidan.
problem-foreign-title = Formuläret kunde inte tas emot
problem-foreign = Inget har ändrats. Du kan ha loggats ut eller bytt person sedan sidan visades. Gå tillbaka, ladda om sidan och skicka igen.
problem-query-title = Adressen går inte att läsa
problem-query = Det som står efter frågetecknet i adressen går inte att läsa. Gå tillbaka och försök igen.
problem-date-title = Dagen går inte att läsa
problem-date = Skriv dagen som år, månad och dag, till exempel 2023-08-25.
problem-future-title = Dagen har inte varit än
problem-future = Styrbord kan visa hur det var en tidigare dag, inte hur det blir.
problem-form-title = Formuläret går inte att läsa
problem-form = Inget har ändrats. Gå tillbaka och försök igen.
problem-long-form-title = Formuläret är för stort
problem-long-form = Inget har ändrats. Korta texterna och försök igen.
problem-refused-title = Det gick inte att göra
problem-refused = Inget har ändrats. Det här behöver rättas först:
problem-storage-title = Det gick inte att spara just nu
problem-storage = Inget har ändrats. Försök igen om en stund. Händer det igen, hör av dig till den som sköter Styrbord.

room-organisation = Organisation
room-goals = Mål och strategi
room-objects = Objekt
room-money = Pengar
room-initiatives = Initiativ
room-fund = Digitaliseringspotten
room-forums = Forum och beslut
room-follow-up = Uppföljning
room-audit = Revision

standing-Founder = den som grundar en tom kommun
standing-Staff = alla anställda och förtroendevalda
standing-Administrator = den som förvaltar Styrbord
standing-DigitalisationDepartment = digitaliseringsavdelningen
standing-Secretary = nämndsekreterare
standing-Controller = controller
standing-Auditor = revisor
standing-ChiefExecutive = kommundirektören
standing-ForumMember = forumets ledamöter
standing-ObjectOwner = objektets ägare
standing-ObjectManager = objektets objektledare
delegate-fund-applications = den som har delegation att fördela digitaliseringspotten
delegate-object-plans = den som har delegation att besluta objektsplaner
delegate-initiatives = den som har delegation att besluta initiativ

chart-as-table = Visa som tabell

standing-Responsible = den som saken själv pekar ut som ansvarig
form-optional = valfritt

accessibility-title = Tillgänglighet
accessibility-lead = Styrbord ska kunna användas av alla, med tangentbord, skärmläsare, förstoring och på en smal skärm.
accessibility-how = Så är Styrbord byggt
accessibility-how-text = Sidorna byggs för WCAG 2.2 nivå AA. Allt fungerar utan JavaScript, i ljust och mörkt läge och ned till 320 bildpunkters bredd. Varje diagram har sin tabell, och ingen uppgift visas enbart med färg. Automatiska kontroller körs på varje sida innan en ny version lämnas ut.
accessibility-lacks = Kända brister
accessibility-lack-tables = Breda tabeller rullas i sidled på smala skärmar.
accessibility-lack-people = Styrbord har inte granskats av personer med funktionsnedsättning än.
accessibility-tell = Berätta om du stöter på hinder
accessibility-tell-text = Hör av dig till digitaliseringsavdelningen. Säger vi nej till att rätta något kan du vända dig till Myndigheten för digital förvaltning, som har tillsyn över lagen om tillgänglighet till digital offentlig service.

form-cancel = Avbryt
form-save = Spara

history = Allt som har hänt
history-then = Så var det då
