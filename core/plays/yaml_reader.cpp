#include "core/plays/yaml_reader.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>

namespace topline::plays {

namespace {

constexpr std::size_t wordMax = 64; // longer ones are no slip of a known word

// How many letters have to be put in, left out, changed or swapped with their neighbour.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast;
    std::vector<std::size_t> last(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::move(last);
        last = std::move(row);
    }
    return last.back();
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

std::string meant(std::string_view word, const Words &known)
{
    const auto near = nearestWord(word, known);
    return near.empty() ? std::string() : " Did you mean \"" + std::string(near) + "\"?";
}

} // namespace

std::string_view nearestWord(std::string_view word, const Words &known)
{
    if (word.empty() || word.size() > wordMax)
        return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto candidate : known) {
        const std::size_t steps = distance(word, candidate);
        if (steps < least && steps < candidate.size()) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

base::Error YamlReader::fault(const YAML::Mark &mark, std::string field, std::string message) const
{
    base::Place place{m_fileName, 0, 0, std::move(field)};
    if (!mark.is_null()) {
        place.line = mark.line + 1;
        place.column = mark.column + 1;
    }
    return {.code = base::ErrorCode::InvalidInput,
            .message = std::move(message),
            .kept = "The play was not loaded.",
            .todo = {},
            .place = std::move(place)};
}

base::Status YamlReader::onlyKeys(const YAML::Node &map,
                                  std::initializer_list<const char *> known) const
{
    if (!map.IsMap())
        return fault(map.Mark(), "", "Keys with values are expected here.");
    std::set<std::string> seen;
    for (const auto &pair : map) {
        if (!pair.first.IsScalar())
            return fault(pair.first.Mark(), "", "A key must be a word.");
        const std::string key = pair.first.Scalar();
        if (std::find(known.begin(), known.end(), key) == known.end())
            return fault(pair.first.Mark(), key,
                         "There is no such key." + meant(key, Words(known.begin(), known.end())));
        if (!seen.insert(key).second)
            return fault(pair.first.Mark(), key, "The key stands here twice.");
    }
    return {};
}

base::Result<std::string> YamlReader::text(const YAML::Node &map, const char *key) const
{
    const YAML::Node node = map[key];
    if (!node)
        return fault(map.Mark(), key, "The key is missing.");
    if (!node.IsScalar() || node.Scalar().empty())
        return fault(node.Mark(), key, "A text is expected.");
    return node.Scalar();
}

base::Result<std::string> YamlReader::line(const YAML::Node &map, const char *key) const
{
    TRY_ASSIGN(std::string out, text(map, key));
    if (hasControl(out))
        return fault(map[key].Mark(), key, "One line is expected.");
    return out;
}

base::Result<std::vector<std::string>> YamlReader::lines(const YAML::Node &map,
                                                         const char *key) const
{
    std::vector<std::string> out;
    const YAML::Node node = map[key];
    if (!node)
        return out;
    if (!node.IsSequence() || node.size() == 0)
        return fault(node.Mark(), key, "A list with at least one line is expected.");
    for (const auto &item : node) {
        if (!item.IsScalar() || item.Scalar().empty() || hasControl(item.Scalar()))
            return fault(item.Mark(), key, "One line is expected.");
        out.push_back(item.Scalar());
    }
    return out;
}

base::Result<std::int64_t> YamlReader::number(const YAML::Node &node, const char *key,
                                              std::pair<std::int64_t, std::int64_t> range) const
{
    std::int64_t out = 0;
    const std::string value = node.IsScalar() ? node.Scalar() : "";
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    const bool isWhole = error == std::errc{} && end == value.data() + value.size();
    if (!isWhole || out < range.first || out > range.second) {
        return fault(node.Mark(), key,
                     "A whole number from " + std::to_string(range.first) + " to " +
                         std::to_string(range.second) + " is expected.");
    }
    return out;
}

base::Result<base::DurationMs> YamlReader::duration(const YAML::Node &node, const char *key) const
{
    const std::string value = node.IsScalar() ? node.Scalar() : "";
    std::int64_t count = 0;
    const char *const last = value.data() + value.size();
    const auto [end, error] = std::from_chars(value.data(), last, count);
    const std::string unit(end, last);
    const base::DurationMs unitMs = unit == " min" ? base::minuteMs
                                    : unit == " h" ? base::hourMs
                                    : unit == " d" ? base::dayMs
                                                   : 0;
    if (error != std::errc{} || unitMs == 0 || count < 0 || count > 10'000)
        return fault(node.Mark(), key, "A duration such as 30 min, 4 h or 2 d is expected.");
    return count * unitMs;
}

base::Error YamlReader::unknownValue(const YAML::Node &node, const char *key,
                                     const Words &known) const
{
    const std::string value = node.IsScalar() ? node.Scalar() : std::string();
    return fault(node.Mark(), key,
                 "\"" + value + "\" is not one of the known values." + meant(value, known));
}

} // namespace topline::plays
