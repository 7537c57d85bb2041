#include "tests/tidy/word_search.h"

#include <cctype>

namespace topline::tidy {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::vector<std::size_t> wordsIn(std::string_view text, std::string_view word)
{
    std::vector<std::size_t> found;
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool startsFree = at == 0 || !isWordCharacter(text[at - 1]);
        if (startsFree && (end >= text.size() || !isWordCharacter(text[end])))
            found.push_back(at);
    }
    return found;
}

std::vector<std::size_t> callsIn(std::string_view text, std::string_view word)
{
    std::vector<std::size_t> found;
    for (std::size_t at : wordsIn(text, word)) {
        const std::size_t next = text.find_first_not_of(" \t\n", at + word.size());
        if (next != std::string_view::npos && text[next] == '(')
            found.push_back(at);
    }
    return found;
}

} // namespace topline::tidy
