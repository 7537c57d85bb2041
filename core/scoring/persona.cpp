#include "core/scoring/persona.h"

#include <algorithm>
#include <array>

namespace topline::scoring {

using domain::Department;
using domain::Persona;
using domain::Seniority;
using Words = std::vector<std::string>;

namespace {

// Whole words of rank, the first list that has one of the title's words wins.
constexpr std::string_view helperWords[] = {
    "assistant", "assistante", "assistent",   "assistentin",   "asistente",  "intern",
    "trainee",   "student",    "werkstudent", "werkstudentin", "praktikant", "praktikantin",
    "azubi",     "stagiaire",  "becario",     "becaria",       "associate"};
constexpr std::string_view vicePresidentWords[] = {"vp",
                                                   "svp",
                                                   "evp",
                                                   "avp",
                                                   "vice",
                                                   "vicepresident",
                                                   "vizepräsident",
                                                   "vizepräsidentin",
                                                   "vicepresidente",
                                                   "vicepresidenta"};
constexpr std::string_view chiefWords[] = {"ceo",
                                           "cfo",
                                           "cto",
                                           "coo",
                                           "cio",
                                           "ciso",
                                           "cso",
                                           "cmo",
                                           "cro",
                                           "cpo",
                                           "chro",
                                           "chief",
                                           "founder",
                                           "cofounder",
                                           "owner",
                                           "president",
                                           "partner",
                                           "geschäftsführer",
                                           "geschäftsführerin",
                                           "geschäftsführung",
                                           "vorstand",
                                           "vorständin",
                                           "inhaber",
                                           "inhaberin",
                                           "gründer",
                                           "gründerin",
                                           "pdg",
                                           "gérant",
                                           "gérante",
                                           "fondateur",
                                           "fondatrice",
                                           "président",
                                           "présidente",
                                           "presidente",
                                           "presidenta",
                                           "fundador",
                                           "fundadora",
                                           "propietario",
                                           "propietaria",
                                           "consejero",
                                           "consejera"};
constexpr std::string_view managerWords[] = {"manager",
                                             "managerin",
                                             "lead",
                                             "principal",
                                             "supervisor",
                                             "teamleiter",
                                             "teamleiterin",
                                             "gruppenleiter",
                                             "gruppenleiterin",
                                             "projektleiter",
                                             "projektleiterin",
                                             "responsable",
                                             "jefe",
                                             "jefa",
                                             "gerente",
                                             "chef",
                                             "cheffe",
                                             "encargado",
                                             "encargada"};
constexpr std::string_view directorWords[] = {"director", "directora",  "directeur", "directrice",
                                              "direktor", "direktorin", "head"};

// Beginnings of words; a title belongs to the first department that has one. Short words stand in
// `exactDepartments`.
struct DepartmentStem {
    std::string_view stem;
    Department department;
};

constexpr DepartmentStem departmentStems[] = {
    {"security", Department::Security},
    {"sicherheit", Department::Security},
    {"informationssicherheit", Department::Security},
    {"sécurité", Department::Security},
    {"seguridad", Department::Security},
    {"infosec", Department::Security},
    {"cyber", Department::Security},
    {"datenschutz", Department::Security},
    {"legal", Department::Legal},
    {"counsel", Department::Legal},
    {"lawyer", Department::Legal},
    {"attorney", Department::Legal},
    {"jurist", Department::Legal},
    {"recht", Department::Legal},
    {"juridi", Department::Legal},
    {"jurídic", Department::Legal},
    {"abogad", Department::Legal},
    {"compliance", Department::Legal},
    {"finan", Department::Finance},
    {"accounting", Department::Finance},
    {"accountant", Department::Finance},
    {"buchhalt", Department::Finance},
    {"controll", Department::Finance},
    {"compta", Department::Finance},
    {"contab", Department::Finance},
    {"treasur", Department::Finance},
    {"trésor", Department::Finance},
    {"tesor", Department::Finance},
    {"kaufmänn", Department::Finance},
    {"purchas", Department::Purchasing},
    {"procure", Department::Purchasing},
    {"einkauf", Department::Purchasing},
    {"einkäuf", Department::Purchasing},
    {"achat", Department::Purchasing},
    {"acheteu", Department::Purchasing},
    {"compras", Department::Purchasing},
    {"comprador", Department::Purchasing},
    {"sourcing", Department::Purchasing},
    {"buyer", Department::Purchasing},
    {"people", Department::People},
    {"human", Department::People},
    {"personal", Department::People},
    {"rrhh", Department::People},
    {"talent", Department::People},
    {"recruit", Department::People},
    {"market", Department::Marketing},
    {"brand", Department::Marketing},
    {"mercad", Department::Marketing},
    {"growth", Department::Marketing},
    {"product", Department::Product},
    {"produkt", Department::Product},
    {"produit", Department::Product},
    {"sales", Department::Sales},
    {"vertrieb", Department::Sales},
    {"verkauf", Department::Sales},
    {"vente", Department::Sales},
    {"ventas", Department::Sales},
    {"commercial", Department::Sales},
    {"comercial", Department::Sales},
    {"account", Department::Sales},
    {"revenue", Department::Sales},
    {"engineer", Department::Technology},
    {"techn", Department::Technology},
    {"técnic", Department::Technology},
    {"tecnol", Department::Technology},
    {"informat", Department::Technology},
    {"informát", Department::Technology},
    {"software", Department::Technology},
    {"data", Department::Technology},
    {"entwick", Department::Technology},
    {"développ", Department::Technology},
    {"desarroll", Department::Technology},
    {"infrastr", Department::Technology},
    {"cloud", Department::Technology},
    {"devops", Department::Technology},
    {"architect", Department::Technology},
    {"architekt", Department::Technology},
    {"system", Department::Technology},
    {"operati", Department::Operations},
    {"opérat", Department::Operations},
    {"operac", Department::Operations},
    {"betrieb", Department::Operations},
    {"logist", Department::Operations},
    {"supply", Department::Operations},
    {"fleet", Department::Operations},
    {"warehouse", Department::Operations},
    {"lager", Department::Operations},
    {"manufactur", Department::Operations},
    {"plant", Department::Operations},
};

constexpr DepartmentStem exactDepartments[] = {
    {"ciso", Department::Security},  {"cso", Department::Security},
    {"cfo", Department::Finance},    {"hr", Department::People},
    {"rh", Department::People},      {"chro", Department::People},
    {"cmo", Department::Marketing},  {"cpo", Department::Product},
    {"cro", Department::Sales},      {"cto", Department::Technology},
    {"cio", Department::Technology}, {"it", Department::Technology},
    {"coo", Department::Operations}, {"ops", Department::Operations},
};

template <std::size_t N> bool anyOf(const Words &words, const std::string_view (&known)[N])
{
    return std::any_of(words.begin(), words.end(), [&known](const std::string &word) {
        return std::find(std::begin(known), std::end(known), word) != std::end(known);
    });
}

bool endsWith(const std::string &word, std::string_view end)
{
    return word.size() >= end.size() &&
           word.compare(word.size() - end.size(), end.size(), end) == 0;
}

bool hasPhrase(const Words &words, const Words &phrase)
{
    return !phrase.empty() &&
           std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

// German puts the rank at the end of one word: "Vertriebsleiterin".
bool isGermanDirector(const std::string &word)
{
    return endsWith(word, "leiter") || endsWith(word, "leiterin") || endsWith(word, "leitung");
}

Seniority seniorityOf(Words words)
{
    if (words.empty())
        return Seniority::Unknown;
    if (anyOf(words, helperWords))
        return Seniority::Individual;
    if (anyOf(words, vicePresidentWords))
        return Seniority::VicePresident;
    for (const auto &phrase : {Words{"managing", "director"}, Words{"directeur", "général"},
                               Words{"directrice", "générale"}, Words{"director", "general"},
                               Words{"directora", "general"}, Words{"gerente", "general"}}) {
        if (hasPhrase(words, phrase))
            return Seniority::Chief;
    }
    // These name no rank: a product's owner, a partner of the business, a chief of a project.
    for (const auto &phrase : {Words{"product", "owner"}, Words{"business", "partner"}}) {
        if (const auto at = std::search(words.begin(), words.end(), phrase.begin(), phrase.end());
            at != words.end())
            words.erase(at, at + static_cast<std::ptrdiff_t>(phrase.size()));
    }
    if (anyOf(words, chiefWords))
        return Seniority::Chief;
    if (anyOf(words, managerWords) && !anyOf(words, directorWords))
        return Seniority::Manager;
    if (anyOf(words, directorWords) || std::any_of(words.begin(), words.end(), isGermanDirector))
        return Seniority::Director;
    return Seniority::Individual;
}

Department departmentOf(const Words &words, Seniority seniority)
{
    for (const auto &[word, department] : exactDepartments) {
        if (std::find(words.begin(), words.end(), word) != words.end())
            return department;
    }
    for (const auto &[stem, department] : departmentStems) {
        for (const auto &word : words) {
            if (word.compare(0, stem.size(), stem) == 0)
                return department;
        }
    }
    return seniority == Seniority::Chief ? Department::General : Department::Unknown;
}

} // namespace

Words titleWords(std::string_view text)
{
    Words out(1);
    bool isLatin = false; // the byte before opened a letter of U+00C0 to U+00FF
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord =
            isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
        const bool isUpperLatin = isLatin && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        isLatin = byte == 0xC3;
        if (isWord)
            out.back() += isUpper || isUpperLatin ? static_cast<char>(byte + 0x20) : c;
        else if (!out.back().empty())
            out.emplace_back();
    }
    if (out.back().empty())
        out.pop_back();
    return out;
}

Persona personaOf(std::string_view title, const std::vector<domain::PersonaRule> &rules)
{
    const Words words = titleWords(title);
    Persona out;
    for (const auto &rule : rules) {
        if (!hasPhrase(words, titleWords(rule.word)))
            continue;
        if (out.seniority == Seniority::Unknown)
            out.seniority = rule.persona.seniority;
        if (out.department == Department::Unknown)
            out.department = rule.persona.department;
    }
    const Seniority rank = seniorityOf(words);
    if (out.department == Department::Unknown)
        out.department = departmentOf(words, rank);
    if (out.seniority == Seniority::Unknown)
        out.seniority = rank;
    return out;
}

} // namespace topline::scoring
