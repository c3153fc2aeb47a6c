package io.partnerflow.demo;

/** Who plays: four resellers, others who would like to become one, and their customers. All invented. */
final class Cast {

    static final Company NORDFORVALTNING = new Company(
            "Nordförvaltning AB",
            "559998-0116",
            "Sveavägen 44",
            "111 34",
            "Stockholm",
            "Anna Ek",
            "anna@nordforvaltning.example");
    static final Company PLANKONSULT = new Company(
            "Plankonsult Väst AB",
            "559998-0249",
            "Kungsgatan 12",
            "411 19",
            "Göteborg",
            "Björn Alm",
            "bjorn@plankonsult.example");
    static final Company HEMSKAP = new Company(
            "Hemskap Fastighetspartner AB",
            "559998-0371",
            "Stortorget 3",
            "211 34",
            "Malmö",
            "Cecilia Rask",
            "cecilia@hemskap.example");

    static final Company NEWCOMER = new Company(
            "Byggkompassen AB",
            "559998-0488",
            "Storgatan 8",
            "903 25",
            "Umeå",
            "David Hall",
            "david@byggkompassen.example");
    static final Company ASKED = new Company(
            "Taktum Konsult AB",
            "559998-0553",
            "Drottninggatan 20",
            "582 25",
            "Linköping",
            "Eva Strand",
            "eva@taktum.example");
    static final Company REJECTED = new Company(
            "Snabbsälj Nordic AB",
            "559998-0660",
            "Industrivägen 1",
            "171 48",
            "Solna",
            "Fredrik Oja",
            "fredrik@snabbsalj.example");

    static final Company LINDEN = association("Brf Linden", "769699-0105", "Lindvägen 2", "Maria Lund", "linden");
    static final Company EKEN = association("Brf Eken", "769699-0196", "Ekgatan 7", "Nils Ask", "eken");
    static final Company SJOUTSIKTEN =
            association("Brf Sjöutsikten", "769699-0287", "Strandvägen 15", "Olle Vik", "sjoutsikten");
    static final Company BJORKEN = association("Brf Björken", "769699-0378", "Björkstigen 4", "Petra Löv", "bjorken");
    static final Company HAMNEN = association("Brf Hamnen", "769699-0469", "Hamngatan 9", "Rune Kaj", "hamnen");
    static final Company KVARNEN = association("Brf Kvarnen", "769699-0550", "Kvarnvägen 1", "Sara Mjöl", "kvarnen");
    static final Company TORNET = association("Brf Tornet", "769699-0642", "Torngatan 30", "Tove Hög", "tornet");
    static final Company SOLGLIMTEN =
            association("Brf Solglimten", "769699-0733", "Solvägen 11", "Ulf Ljus", "solglimten");
    static final Company GRANEN = association("Brf Granen", "769699-0824", "Granstigen 6", "Vera Barr", "granen");
    static final Company HOJDEN = association("Brf Höjden", "769699-0915", "Höjdvägen 22", "Wille Berg", "hojden");
    static final Company PARKEN = association("Brf Parken", "769699-1004", "Parkgatan 5", "Ylva Grön", "parken");
    static final Company SLUSSEN = association("Brf Slussen", "769699-1095", "Slussvägen 18", "Åke Ström", "slussen");
    static final Company ROSEN = association("Brf Rosen", "769699-1186", "Rosengatan 3", "Åsa Blom", "rosen");
    static final Company STENEN = association("Brf Stenen", "769699-1277", "Stenvägen 40", "Örjan Sten", "stenen");
    static final Company LYKTAN = association("Brf Lyktan", "769699-1368", "Lyktgatan 8", "Ida Sken", "lyktan");
    static final Company FYREN = association("Brf Fyren", "769699-1459", "Fyrvägen 2", "Jon Fyhr", "fyren");
    static final Company VALEN = association("Brf Valen", "769699-1541", "Valgatan 14", "Klara Hav", "valen");

    static final Company LUFTKOLL = new Company(
            "Luftkoll Partner AB",
            "559998-0777",
            "Vasagatan 21",
            "722 15",
            "Västerås",
            "Greta Sund",
            "greta@luftkoll.example");
    static final Company ANGSSKOLAN = company(
            "Ängsskolan AB", "559998-0884", "Skolgatan 3", "Västerås", "Harald Äng", "harald@angsskolan.example");
    static final Company KONTORSHUSET = company(
            "Kontorshuset Norr AB", "559998-0991", "Norra torget 1", "Gävle", "Inga Hall", "inga@kontorshuset.example");
    static final Company TORGHALLEN = company(
            "Torghallen Fastighets AB", "559998-1106", "Torget 5", "Örebro", "Jens Torp", "jens@torghallen.example");
    static final Company SJUKHUSET = company(
            "Närsjukhuset Öst AB",
            "559998-1213",
            "Lasarettsvägen 9",
            "Norrköping",
            "Kerstin Öst",
            "kerstin@narsjukhuset.example");
    static final Company DRIFTHUSET = new Company(
            "Drifthuset AB",
            "559998-1320",
            "Hamngatan 2",
            "371 31",
            "Karlskrona",
            "Hugo Nät",
            "hugo@drifthuset.example");
    static final Company KAFFEBARERNA = company(
            "Kaffebarerna AB", "559998-1437", "Bryggaregatan 7", "Kalmar", "Linn Rost", "linn@kaffebarerna.example");
    static final Company CYKELVERKSTADEN = company(
            "Cykelverkstaden i Växjö AB",
            "559998-1544",
            "Ekergatan 12",
            "Växjö",
            "Moa Hjul",
            "moa@cykelverkstaden.example");
    static final Company TIDSKRIFTEN = company(
            "Tidskriften Kust AB", "559998-1650", "Kustvägen 30", "Karlshamn", "Noa Strand", "noa@tidskriften.example");

    static final Company SKRIVBORDET = company(
            "Skrivbordet Partner AB",
            "559998-1700",
            "Kungsgatan 30",
            "Stockholm",
            "Rasmus Bord",
            "rasmus@skrivbordet.example");
    static final Company ARKIVET = company(
            "Stadsarkivet Service AB",
            "559998-1809",
            "Arkivgatan 1",
            "Uppsala",
            "Sofia Pärm",
            "sofia@stadsarkivet.example");
    static final Company VERKSTADEN = company(
            "Verkstaden i Borås AB", "559998-1908", "Hyvelgatan 4", "Borås", "Tage Nyckel", "tage@verkstaden.example");
    static final Company BYRAN = company(
            "Redovisningsbyrån Fem AB",
            "559998-2005",
            "Femgatan 5",
            "Eskilstuna",
            "Ulla Debet",
            "ulla@byranfem.example");
    static final Company KLINIKEN = company(
            "Kliniken vid Torget AB",
            "559998-2104",
            "Torget 9",
            "Lund",
            "Viktor Frisk",
            "viktor@klinikentorget.example");
    static final Company UNGA_ARKITEKTER = company(
            "Young Architects AB",
            "559998-2203",
            "Ritargatan 2",
            "Göteborg",
            "Wilma Linje",
            "wilma@youngarchitects.example");
    static final Company BAGERIET = company(
            "Weak Tea & Bread AB", "559998-2302", "Mjölgatan 7", "Halmstad", "Xenia Deg", "xenia@weaktea.example");
    static final Company TRYCKERIET = company(
            "Tryckeriet Norr AB", "559998-2401", "Pressgatan 11", "Luleå", "Yngve Ark", "yngve@tryckerietnorr.example");
    static final Company FORSKOLAN =
            company("Förskolan Myran AB", "559998-2500", "Myrstigen 3", "Falun", "Zara Lek", "zara@myran.example");
    static final Company KONSULTERNA = company(
            "Konsulterna i Kiruna AB",
            "559998-2609",
            "Gruvgatan 8",
            "Kiruna",
            "Åsa Råd",
            "asa@konsulternakiruna.example");

    private Cast() {}

    private static Company company(
            String name, String registrationNumber, String street, String city, String person, String email) {
        return new Company(name, registrationNumber, street, "350 01", city, person, email);
    }

    private static Company association(
            String name, String registrationNumber, String street, String person, String domain) {
        var first = person.substring(0, person.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
        var plain = first.replace('å', 'a').replace('ä', 'a').replace('ö', 'o');
        return new Company(
                name,
                registrationNumber,
                street,
                "118 20",
                "Stockholm",
                person,
                "%s@brf-%s.example".formatted(plain, domain));
    }
}
