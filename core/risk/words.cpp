#include "core/risk/words.h"

#include <algorithm>
#include <array>

namespace topline::risk {

namespace {

// Lower case, with one space between words and at both ends: " head of it ".
std::string spaced(std::string_view text)
{
    std::string out(1, ' ');
    for (const char c : text) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (isWord)
            out += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ')
        out += ' ';
    return out;
}

bool hasWord(const std::string &text, std::string_view word)
{
    return text.find(spaced(word)) != std::string::npos;
}

template <std::size_t N>
bool hasAny(const std::string &text, const std::array<std::string_view, N> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&text](std::string_view word) { return hasWord(text, word); });
}

constexpr std::array<std::string_view, 6> helpers = {"assistant", "intern",    "trainee",
                                                     "student",   "associate", "assistenz"};
constexpr std::array<std::string_view, 28> leaders = {"ceo",
                                                      "cfo",
                                                      "cto",
                                                      "coo",
                                                      "cio",
                                                      "ciso",
                                                      "cmo",
                                                      "cro",
                                                      "cpo",
                                                      "chief",
                                                      "founder",
                                                      "cofounder",
                                                      "owner",
                                                      "president",
                                                      "partner",
                                                      "vp",
                                                      "svp",
                                                      "evp",
                                                      "head",
                                                      "director",
                                                      "general counsel",
                                                      "leiter",
                                                      "leiterin",
                                                      "directeur",
                                                      "vorstand",
                                                      "inhaber",
                                                      "geschäftsführer",
                                                      "geschäftsführerin"};
constexpr std::array<std::string_view, 13> finance = {
    "finance",     "financial",  "cfo",   "controller", "controlling", "accounting", "treasurer",
    "procurement", "purchasing", "buyer", "finanzen",   "einkauf",     "buchhaltung"};
constexpr std::array<std::string_view, 12> control = {
    "security", "ciso",        "legal",  "counsel", "privacy",     "compliance",
    "dpo",      "it-security", "lawyer", "recht",   "datenschutz", "risk"};

} // namespace

TitleRole roleOf(std::string_view title)
{
    const std::string text = spaced(title);
    TitleRole out;
    out.leader = !hasAny(text, helpers) && hasAny(text, leaders);
    out.finance = hasAny(text, finance);
    out.control = hasAny(text, control);
    return out;
}

bool mentions(std::string_view text, const std::vector<std::string> &words)
{
    if (text.empty() || words.empty())
        return false;
    const std::string inWords = spaced(text);
    return std::any_of(words.begin(), words.end(), [&inWords](const std::string &word) {
        return !word.empty() && hasWord(inWords, word);
    });
}

} // namespace topline::risk
