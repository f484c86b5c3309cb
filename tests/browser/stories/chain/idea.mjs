// The idea that goes the whole way, in the words of the one who has it.

/** What it is called. */
export const TITLE = "Digital läkemedelssignering i hemtjänsten";

/** The nine areas of the template, by their labels. */
export const AREAS = {
  Problem:
    "Läkemedel signeras på papper i hemmet. Varje månad saknas 340 signaturer, och sjuksköterskan får veta det först när listan samlas in.",
  Lösningsförslag: "Medarbetaren signerar i telefonen vid besöket. Uteblir en dos larmas sjuksköterskan inom en halvtimme.",
  "Påverkade roller": "800 medarbetare i hemtjänsten, 45 sjuksköterskor och 1 900 personer med delegerad läkemedelshantering.",
  "Bidrag till kommunens mål": "Tryggare omsorg för äldre, och tid som i dag går åt till att jaga signaturer kan läggas hos brukarna.",
  "Kan fler verksamheter använda lösningen?": "Ja. Socialförvaltningens boenden och särskilda boenden signerar på samma sätt.",
  Kostnadsuppskattning: "900 tkr att införa, därefter 250 tkr om året för licenser.",
  Nyttouppskattning: "2 600 timmar om året frigörs. Papper och utskick för 120 tkr om året upphör. Färre missade doser.",
  "Förutsättningar och kompetenser": "Telefoner finns redan. Det krävs avtal med leverantör, integration mot journalen och utbildning av 800 personer.",
  Uppföljning: "Antal uteblivna signaturer per månad, mätt ur systemet. I dag 340, målet är 40.",
};

/** Where its pages are, once it has an address. */
export const place = { page: "" };
