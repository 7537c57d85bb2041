#include "core/plays/handoff_word.h"

#include "core/base/text.h"

#include <span>

namespace topline::plays {

namespace {

constexpr std::string_view negative[] = {
    "not interested", "no interest",    "unsubscribe",   "stop writing",   "stop mailing",
    "stop emailing",  "remove me",      "complaint",     "spam",           "disappointed",
    "harassment",     "kein interesse", "nicht mehr an", "abmelden",       "beschwerde",
    "belästigung",    "verärgert",      "pas intéressé", "pas intéressée", "désinscrire",
    "réclamation",    "no me interesa", "darme de baja", "queja",
};
constexpr std::string_view legal[] = {
    "lawyer",      "legal",    "contract", "liability",       "gdpr",   "nda",       "terms",
    "lawsuit",     "attorney", "vertrag",  "rechtlich",       "anwalt", "anwältin",  "haftung",
    "datenschutz", "dsgvo",    "agb",      "contrat",         "avocat", "juridique", "rgpd",
    "contrato",    "abogado",  "abogada",  "responsabilidad",
};
constexpr std::string_view price[] = {
    "price", "pricing",   "discount", "quote",   "budget",    "expensive",   "invoice", "refund",
    "preis", "preise",    "rabatt",   "angebot", "zu teuer",  "rechnung",    "prix",    "remise",
    "devis", "trop cher", "facture",  "precio",  "descuento", "presupuesto", "factura",
};

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

bool holdsWord(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !isLetter(text[at - 1]);
        const bool ends = end == text.size() || !isLetter(text[end]);
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace

std::optional<HandOffWord> handOffWord(std::string_view text)
{
    const std::string lower = base::lowerAscii(text);
    const std::pair<const char *, std::span<const std::string_view>> kinds[] = {
        {"negative", negative}, {"legal", legal}, {"price", price}};
    for (const auto &[kind, words] : kinds) {
        for (const auto word : words) {
            if (holdsWord(lower, word))
                return HandOffWord{std::string(word), kind};
        }
    }
    return std::nullopt;
}

} // namespace topline::plays
