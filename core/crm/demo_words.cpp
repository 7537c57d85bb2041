#include "core/crm/demo_words.h"

namespace topline::crm {

const std::string_view demoSellerDomain = "larkmere.example";

namespace {

constexpr std::string_view stems[] = {
    "Halvern",    "Brightmoor", "Corvane",     "Tarnwick",   "Ostermere",  "Quillby",
    "Redmarch",   "Silvane",    "Thornbeck",   "Umberly",    "Vellmar",    "Yarrowdale",
    "Zephrin",    "Aldermoor",  "Belcastor",   "Cindervale", "Dunmarrow",  "Eastlorn",
    "Farrowgate", "Glenmarch",  "Hollowby",    "Inverlode",  "Juniperra",  "Kestrelby",
    "Larkmoor",   "Mossvane",   "Norhavel",    "Oakenshaw",  "Pellwarth",  "Ravensmere",
    "Stonelark",  "Tidewold",   "Verdane",     "Wrenfold",   "Birchlow",   "Copperlane",
    "Driftmere",  "Elmsgate",   "Harrowfen",   "Ironmere",   "Jaspervale", "Kilnbrook",
    "Lindmarsh",  "Millhavel",  "Orchardine",  "Pinemarch",  "Saltwick",   "Tamberly",
    "Uplandis",   "Vinterby",   "Wolverdene",  "Amberlode",  "Cloudmere",  "Fernhallow",
    "Graniton",   "Hazelmarch", "Marrowby",    "Nettlemoor", "Opalside",   "Quarrymoor",
    "Rookvale",   "Sablewick",  "Tansley Row", "Westmarrow", "Aurelby",    "Bramblecote",
    "Cobaltine",  "Dovermark",  "Emberlyn",    "Foxhollow",
};

constexpr DemoIndustry industries[] = {
    {"Logistics", {"Logistics", "Freight", "Cold Chain", "Shipping", "Haulage", "Supply"}, 1.18},
    {"Manufacturing", {"Works", "Hydraulics", "Castings", "Components", "Tooling", "Glass"}, 1.05},
    {"Software", {"Systems", "Labs", "Cloud", "Data", "Software", "Analytics"}, 1.10},
    {"Healthcare", {"Medical", "Clinics", "Diagnostics", "Pharma", "Hospitals", "Health"}, 0.88},
    {"Financial services",
     {"Capital", "Insurance", "Mutual", "Credit", "Payments", "Leasing"},
     0.80},
    {"Retail", {"Foods", "Outfitters", "Stores", "Home", "Grocers", "Retail Group"}, 1.00},
    {"Energy", {"Energy", "Power", "Solar", "Grid", "Utilities", "Renewables"}, 0.92},
    {"Professional services",
     {"Consulting", "Partners", "Engineering", "Advisory", "Legal", "Staffing"},
     1.02},
};

constexpr DemoPlace places[] = {
    {"United States", "America/New_York", -300, "+1 212 555 01##", 22},
    {"United States", "America/Chicago", -360, "+1 312 555 01##", 16},
    {"United States", "America/Denver", -420, "+1 303 555 01##", 8},
    {"United States", "America/Los_Angeles", -480, "+1 213 555 01##", 12},
    {"Canada", "America/Toronto", -300, "+1 416 555 01##", 6},
    {"United Kingdom", "Europe/London", 0, "+44 20 7946 0###", 10},
    {"Germany", "Europe/Berlin", 60, "+49 30 23125 ###", 8},
    {"Spain", "Europe/Madrid", 60, "", 4},
    {"Sweden", "Europe/Stockholm", 60, "+46 8 465 004 ##", 4},
    {"Singapore", "Asia/Singapore", 480, "", 4},
    {"Japan", "Asia/Tokyo", 540, "", 3},
    {"Australia", "Australia/Sydney", 600, "+61 2 5550 ####", 3},
};

constexpr DemoSource sources[] = {
    {"Inbound web", 26, 0.310}, {"Referral", 14, 0.430}, {"Partner", 13, 0.330},
    {"Event", 13, 0.250},       {"Outbound", 24, 0.175}, {"Paid search", 10, 0.200},
};

constexpr DemoDepartment departments[] = {
    {"Operations",
     {"COO", "VP Operations", "Operations Director", "Operations Manager", "Dispatch Lead"}},
    {"Finance",
     {"CFO", "VP Finance", "Finance Director", "Financial Controller", "Financial Analyst"}},
    {"IT", {"CIO", "VP Engineering", "Head of IT", "IT Manager", "Systems Administrator"}},
    {"Procurement",
     {"Chief Procurement Officer", "Head of Procurement", "Procurement Director",
      "Procurement Manager", "Buyer"}},
    {"Supply chain",
     {"Chief Supply Chain Officer", "VP Supply Chain", "Supply Chain Director",
      "Supply Chain Manager", "Demand Planner"}},
    {"Security",
     {"CISO", "VP Security", "Head of Security", "Security Manager", "Security Analyst"}},
    {"Legal", {"General Counsel", "VP Legal", "Legal Director", "Contracts Manager", "Paralegal"}},
};

constexpr DemoProduct products[] = {
    {"Fleet analytics", "Planning", 11'400},  {"Route planning", "Planning", 9'600},
    {"Warehouse desk", "Operations", 7'800},  {"Demand forecast", "Planning", 14'400},
    {"Supplier portal", "Operations", 6'600}, {"Operations suite", "Suite", 19'200},
};

constexpr DemoRep reps[] = {
    {"Maya Okafor", "Mid-market", 1.16, 20'000'000, true},
    {"Tomas Lindholt", "Mid-market", 0.94, 19'000'000, true},
    {"Priya Ramanath", "Enterprise", 1.08, 22'000'000, true},
    {"Jonas Werrel", "Mid-market", 0.82, 17'000'000, true},
    {"Elena Costiga", "Enterprise", 1.02, 21'000'000, true},
    {"Sam Whitlow", "Small business", 0.98, 14'000'000, true},
    {"Dale Hartnell", "Small business", 0.90, 0, false},
};

constexpr std::string_view firstNames[] = {
    "Dana",   "Luis",   "Hanna",  "Marcus", "Inês",    "Kenji",   "Aisha",  "Sofia",  "Peter",
    "Grace",  "Omar",   "Lena",   "Victor", "Mei",     "Jonas",   "Clara",  "Ravi",   "Nadia",
    "Oskar",  "Ruth",   "Diego",  "Ingrid", "Samuel",  "Yuki",    "Paula",  "Ahmed",  "Julia",
    "Erik",   "Fatima", "Tom",    "Wanda",  "Andre",   "Noor",    "Felix",  "Carmen", "Ivan",
    "Helen",  "Kwame",  "Bianca", "Stefan", "Leila",   "Martin",  "Naomi",  "Pablo",  "Greta",
    "Hugo",   "Sara",   "Anton",  "Rosa",   "Daniel",  "Zoe",     "Karim",  "Monica", "Philip",
    "Amara",  "Robert", "Lucia",  "Henrik", "Tanya",   "George",  "Mira",   "Owen",   "Elif",
    "Bruno",  "Simone", "Arthur", "Keiko",  "Nils",    "Joanna",  "Rafael", "Esther", "Colin",
    "Dagny",  "Matteo", "Ursula", "Tariq",  "Vera",    "Leonard", "Asha",   "Gavin",  "Chloé",
    "Emil",   "Maryam", "Walter", "Irene",  "Joaquín", "Petra",   "Silas",  "Anouk",  "Frank",
    "Hilda",  "Rohan",  "Tessa",  "Björn",  "Olive",   "Nathan",  "Selma",  "Yusuf",  "Edith",
    "Callum", "Zainab",
};

constexpr std::string_view lastNames[] = {
    "Reyes",   "Ortega",   "Vogel",    "Bell",     "Duarte",   "Mori",    "Rahman",   "Lindgren",
    "Novak",   "Okonjo",   "Haddad",   "Brandt",   "Castell",  "Chen",    "Ferreira", "Kowal",
    "Nair",    "Petrov",   "Sandberg", "Whitmore", "Alvarado", "Bergman", "Cho",      "Danvers",
    "Eriksen", "Fontaine", "Gupta",    "Holm",     "Ibarra",   "Jansen",  "Keller",   "Laurent",
    "Mbeki",   "Nakata",   "Osei",     "Pereira",  "Quist",    "Romano",  "Suzuki",   "Tanaka",
    "Ueda",    "Vargas",   "Weiss",    "Yilmaz",   "Zeller",   "Ashdown", "Barrow",   "Calder",
    "Dreyer",  "Ekström",  "Falk",     "Garrow",   "Hale",     "Iversen", "Joshi",    "Kaplan",
    "Lorne",   "Maddox",   "Norling",  "Ostrow",   "Penrose",  "Rourke",  "Sorel",    "Thorne",
    "Umarov",  "Valdés",   "Winslow",  "Yates",    "Zapata",   "Abbas",   "Brisco",   "Corman",
    "Delgado", "Esposito", "Fenwick",  "Granger",  "Hollis",   "Imai",    "Jarvis",   "Kimura",
    "Lindahl", "Moreau",   "Nyberg",   "Okoro",    "Pryce",    "Rasmus",  "Stroud",   "Tamayo",
    "Ullman",  "Voss",     "Wexler",   "Youssef",  "Zimmer",   "Aldana",  "Bristow",  "Carver",
    "Dumont",  "Engel",    "Farah",    "Gilroy",   "Hsu",      "Ivanov",  "Jensen",   "Koval",
    "Lambert", "Marsh",    "Nilsson",  "Odell",    "Pavlov",   "Riedel",  "Saito",    "Torres",
    "Vance",   "Wolfe",    "Ximenes",  "Young",    "Zeman",    "Ames",    "Bloom",    "Croft",
};

} // namespace

std::span<const std::string_view> demoStems()
{
    return stems;
}

std::span<const DemoIndustry> demoIndustries()
{
    return industries;
}

std::span<const DemoPlace> demoPlaces()
{
    return places;
}

std::span<const DemoSource> demoSources()
{
    return sources;
}

std::span<const DemoDepartment> demoDepartments()
{
    return departments;
}

std::span<const DemoProduct> demoProducts()
{
    return products;
}

std::span<const DemoRep> demoReps()
{
    return reps;
}

std::span<const std::string_view> demoFirstNames()
{
    return firstNames;
}

std::span<const std::string_view> demoLastNames()
{
    return lastNames;
}

namespace {

// The names use only letters of the block U+00C0 to U+00FF beyond ASCII: 0xC3 and one byte.
char withoutAccent(unsigned char second)
{
    switch (second) {
    case 0xa1: // á
    case 0xa3: // ã
    case 0xa4: // ä
    case 0xa5: // å
        return 'a';
    case 0xa7: // ç
        return 'c';
    case 0xa8: // è
    case 0xa9: // é
    case 0xaa: // ê
        return 'e';
    case 0xad: // í
        return 'i';
    case 0xb1: // ñ
        return 'n';
    case 0xb3: // ó
    case 0xb6: // ö
    case 0xb8: // ø
        return 'o';
    case 0xba: // ú
    case 0xbc: // ü
        return 'u';
    default:
        return 'x';
    }
}

} // namespace

std::string demoSlug(std::string_view name)
{
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c == ' ' || c == '-')
            out += '-';
        else if (static_cast<unsigned char>(c) == 0xc3 && i + 1 < name.size())
            out += withoutAccent(static_cast<unsigned char>(name[++i]));
    }
    return out;
}

} // namespace topline::crm
