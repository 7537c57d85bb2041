// Decide: one YAML document with the name of its file, so that every fault can say where it stands
// and what was probably meant. Used by the readers of plays. Any thread; yaml-cpp's exceptions are
// caught by parsePlay.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <yaml-cpp/yaml.h>

namespace topline::plays {

using Words = std::vector<std::string_view>;

// The known word that `word` is most likely a slip of; empty when none is near.
std::string_view nearestWord(std::string_view word, const Words &known);

class YamlReader {
public:
    explicit YamlReader(const std::string &fileName)
        : m_fileName(fileName)
    {
    }

    base::Error fault(const YAML::Mark &mark, std::string field, std::string message) const;

    // A map with these keys and no others, each once.
    base::Status onlyKeys(const YAML::Node &map, std::initializer_list<const char *> known) const;

    // Not empty.
    base::Result<std::string> text(const YAML::Node &map, const char *key) const;
    // The same on one line, without control characters.
    base::Result<std::string> line(const YAML::Node &map, const char *key) const;
    // Lines; a missing key gives none.
    base::Result<std::vector<std::string>> lines(const YAML::Node &map, const char *key) const;

    base::Result<std::int64_t> number(const YAML::Node &node, const char *key,
                                      std::pair<std::int64_t, std::int64_t> range) const;
    // "30 min", "4 h", "2 d".
    base::Result<base::DurationMs> duration(const YAML::Node &node, const char *key) const;

    // One of the known words.
    template <typename Value>
    base::Result<Value> choice(const YAML::Node &node, const char *key,
                               std::optional<Value> (*parse)(std::string_view),
                               const Words &known) const
    {
        const auto out = node.IsScalar() ? parse(node.Scalar()) : std::nullopt;
        if (!out)
            return unknownValue(node, key, known);
        return *out;
    }

    // A list of different words, at least one.
    template <typename Value>
    base::Result<std::vector<Value>> choices(const YAML::Node &node, const char *key,
                                             std::optional<Value> (*parse)(std::string_view),
                                             const Words &known) const
    {
        if (!node.IsSequence() || node.size() == 0)
            return fault(node.Mark(), key, "A list with at least one value is expected.");
        std::vector<Value> out;
        for (const auto &item : node) {
            TRY_ASSIGN(const Value value, choice<Value>(item, key, parse, known));
            for (const Value &before : out) {
                if (before == value)
                    return fault(item.Mark(), key, "The value stands here twice.");
            }
            out.push_back(value);
        }
        return out;
    }

private:
    base::Error unknownValue(const YAML::Node &node, const char *key, const Words &known) const;

    const std::string &m_fileName;
};

} // namespace topline::plays
