#include "core/crm/mapping.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <yaml-cpp/yaml.h>

namespace topline::crm {

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

// How texts are read where a field does not say it for itself.
struct Defaults {
    base::MoneyFormat money;
    base::TimeFormat time;
    bool lenient = false;
};

template <typename Value> struct Word {
    std::string_view word;
    Value value;
};

constexpr std::array<Word<LookUp>, 4> lookUpWords = {{{"id", LookUp::Id},
                                                      {"name", LookUp::Name},
                                                      {"email", LookUp::Email},
                                                      {"domain", LookUp::Domain}}};
constexpr std::array<Word<Missing>, 3> missingWords = {
    {{"reject", Missing::Reject}, {"create", Missing::Create}, {"leave", Missing::Leave}}};
constexpr std::array<Word<base::DecimalSign>, 2> decimalWords = {
    {{"point", base::DecimalSign::Point}, {"comma", base::DecimalSign::Comma}}};
constexpr std::array<Word<base::DateOrder>, 5> dateWords = {
    {{"iso", base::DateOrder::Iso},
     {"day-month-year", base::DateOrder::DayMonthYear},
     {"month-day-year", base::DateOrder::MonthDayYear},
     {"epoch-ms", base::DateOrder::EpochMs},
     {"epoch-s", base::DateOrder::EpochSeconds}}};
constexpr std::array<Word<base::TextEncoding>, 4> encodingWords = {
    {{"utf-8", base::TextEncoding::Utf8},
     {"utf-16le", base::TextEncoding::Utf16Le},
     {"utf-16be", base::TextEncoding::Utf16Be},
     {"windows-1252", base::TextEncoding::Windows1252}}};
constexpr std::array<Word<domain::StageKind>, 3> stageWords = {{{"open", domain::StageKind::Open},
                                                                {"won", domain::StageKind::Won},
                                                                {"lost", domain::StageKind::Lost}}};
constexpr std::array<Word<bool>, 2> flagWords = {{{"true", true}, {"false", false}}};
constexpr std::array<Word<char>, 4> delimiterWords = {
    {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}}};
constexpr std::array<Word<bool>, 2> newlineWords = {{{"crlf", true}, {"lf", false}}};

class MappingReader {
public:
    explicit MappingReader(const std::string &file)
        : m_file(file)
    {
    }

    Result<Mapping> read(std::string_view text)
    {
        const YAML::Node root = YAML::Load(std::string(text));
        Mapping out;
        out.file = m_file;
        TRY(allow(root, "mapping",
                  {"name", "title", "lenient", "delimiter", "encoding", "newline", "currency",
                   "decimal", "dates", "timeZone", "round", "stages", "files"}));
        TRY(readText(root, "name", out.name));
        if (out.name.empty())
            return fault(root, "name", "A mapping needs a name.");
        out.title = out.name;
        TRY(readText(root, "title", out.title));
        TRY(readWord(root, "delimiter", delimiterWords, out.delimiter));
        TRY(readWord(root, "newline", newlineWords, out.crLf));
        base::TextEncoding encoding = base::TextEncoding::Utf8;
        TRY(readWord(root, "encoding", encodingWords, encoding));
        if (root["encoding"])
            out.encoding = encoding;
        Defaults defaults;
        TRY(readWord(root, "lenient", flagWords, defaults.lenient));
        TRY(readFormat(root, defaults.money, defaults.time));
        TRY(readStages(root["stages"], out.stages));
        const YAML::Node files = root["files"];
        if (!files.IsDefined() || !files.IsSequence() || files.size() == 0)
            return fault(files.IsDefined() ? files : root, "files",
                         "A mapping needs a list of files.");
        for (const YAML::Node &node : files) {
            FileSpec spec;
            TRY(readFile(node, defaults, spec));
            out.files.push_back(std::move(spec));
        }
        return out;
    }

private:
    Error fault(const YAML::Node &node, std::string field, std::string message) const
    {
        const YAML::Mark mark = node.Mark();
        return {ErrorCode::InvalidInput,
                std::move(message),
                {},
                {},
                base::Place{m_file, mark.line + 1, mark.column + 1, std::move(field)}};
    }

    Status allow(const YAML::Node &node, const std::string &what,
                 std::initializer_list<std::string_view> keys) const
    {
        if (!node.IsMap())
            return fault(node, what, "Here must be keys with values.");
        std::set<std::string> seen;
        for (const auto &entry : node) {
            const auto key = entry.first.as<std::string>();
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                return fault(entry.first, key, "There is no such key here.");
            if (!seen.insert(key).second)
                return fault(entry.first, key, "This key stands here twice.");
        }
        return {};
    }

    Status readText(const YAML::Node &node, const std::string &key, std::string &out) const
    {
        const YAML::Node value = node[key];
        if (!value.IsDefined())
            return {};
        if (!value.IsScalar())
            return fault(value, key, "Here must be one text.");
        out = value.as<std::string>();
        return {};
    }

    template <typename Value, std::size_t Count>
    Status readWord(const YAML::Node &node, const std::string &key,
                    const std::array<Word<Value>, Count> &words, Value &out) const
    {
        std::string text;
        TRY(readText(node, key, text));
        if (!node[key].IsDefined())
            return {};
        std::string allowed;
        for (const auto &[word, value] : words) {
            if (text == word) {
                out = value;
                return {};
            }
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        return fault(node[key], key, "\"" + text + "\" is not one of " + allowed + ".");
    }

    Status readTexts(const YAML::Node &node, const std::string &key,
                     std::vector<std::string> &out) const
    {
        if (node.IsScalar()) {
            out.push_back(node.as<std::string>());
            return {};
        }
        if (!node.IsSequence() || node.size() == 0)
            return fault(node, key, "Here must be a text or a list of texts.");
        for (const YAML::Node &item : node) {
            if (!item.IsScalar())
                return fault(item, key, "Here must be a text.");
            out.push_back(item.as<std::string>());
        }
        return {};
    }

    Status readFormat(const YAML::Node &node, base::MoneyFormat &money,
                      base::TimeFormat &time) const
    {
        TRY(readWord(node, "decimal", decimalWords, money.sign));
        TRY(readWord(node, "dates", dateWords, time.order));
        TRY(readWord(node, "round", flagWords, money.roundExtraDigits));
        std::string text;
        TRY(readText(node, "currency", text));
        if (node["currency"]) {
            const auto currency = base::Currency::parse(text);
            if (!currency)
                return fault(node["currency"], "currency",
                             "\"" + text + "\" is not a currency code such as USD.");
            money.currency = *currency;
        }
        TRY(readText(node, "timeZone", text));
        if (node["timeZone"]) {
            auto zone = base::TimeZone::find(text);
            if (!zone.ok())
                return fault(node["timeZone"], "timeZone", zone.error().message);
            time.zone = *zone;
        }
        return {};
    }

    Status readStages(const YAML::Node &node, std::vector<StageSpec> &out) const
    {
        if (!node.IsDefined())
            return {};
        if (!node.IsSequence())
            return fault(node, "stages", "Here must be a list of stages.");
        std::map<std::string, int> next;
        for (const YAML::Node &item : node) {
            TRY(allow(item, "stages", {"name", "pipeline", "kind"}));
            StageSpec stage;
            TRY(readText(item, "name", stage.name));
            TRY(readText(item, "pipeline", stage.pipeline));
            TRY(readWord(item, "kind", stageWords, stage.kind));
            if (stage.name.empty())
                return fault(item, "name", "A stage needs a name.");
            stage.order = next[stage.pipeline]++;
            out.push_back(std::move(stage));
        }
        return {};
    }

    Status readFile(const YAML::Node &node, const Defaults &outer, FileSpec &out) const
    {
        TRY(allow(node, "files",
                  {"kind", "match", "fields", "subject", "stageDates", "where", "currency",
                   "decimal", "dates", "timeZone", "round", "lenient"}));
        std::string text;
        TRY(readText(node, "kind", text));
        const auto kind = parseFileKind(text);
        if (!kind)
            return fault(node["kind"].IsDefined() ? node["kind"] : node, "kind",
                         "\"" + text + "\" is no kind of file, such as accounts or deals.");
        out.kind = *kind;
        if (!node["match"].IsDefined())
            return fault(node, "match", "Say which files these are, such as deals*.csv.");
        TRY(readTexts(node["match"], "match", out.patterns));
        if (node["subject"].IsDefined()) {
            TRY(readText(node, "subject", text));
            const auto subject = parseFileKind(text);
            if (!subject)
                return fault(node["subject"], "subject", "\"" + text + "\" is no kind.");
            out.subject = *subject;
        }
        Defaults defaults = outer;
        TRY(readFormat(node, defaults.money, defaults.time));
        TRY(readWord(node, "lenient", flagWords, defaults.lenient));
        out.time = defaults.time;
        TRY(readFields(node, defaults, out));
        TRY(readStageDates(node["stageDates"], out));
        return readConditions(node["where"], out);
    }

    Status readConditions(const YAML::Node &node, FileSpec &out) const
    {
        if (!node.IsDefined())
            return {};
        if (!node.IsMap())
            return fault(node, "where", "Here must be columns with the texts they must hold.");
        for (const auto &entry : node) {
            std::vector<std::string> texts;
            TRY(readTexts(entry.second, "where", texts));
            out.conditions.emplace_back(entry.first.as<std::string>(), std::move(texts));
        }
        return {};
    }

    Status readStageDates(const YAML::Node &node, FileSpec &out) const
    {
        if (!node.IsDefined())
            return {};
        if (!node.IsMap())
            return fault(node, "stageDates", "Here must be stages with their date columns.");
        for (const auto &entry : node)
            out.stageDates.emplace_back(entry.first.as<std::string>(),
                                        entry.second.as<std::string>());
        return {};
    }

    Status readFields(const YAML::Node &file, const Defaults &defaults, FileSpec &out) const
    {
        const YAML::Node node = file["fields"];
        if (!node.IsDefined() || !node.IsMap())
            return fault(node.IsDefined() ? node : file, "fields",
                         "Here must be fields with their columns.");
        std::set<std::size_t> seen;
        for (const auto &entry : node) {
            const auto name = entry.first.as<std::string>();
            const auto index = fieldIndex(out.kind, name);
            if (!index)
                return fault(entry.first, name,
                             std::string(fileKindName(out.kind)) + " have no such field.");
            if (!seen.insert(*index).second)
                return fault(entry.first, name, "This field stands here twice.");
            FieldSpec spec;
            spec.field = *index;
            spec.optional = defaults.lenient;
            TRY(readField(entry.second, name, defaults, spec));
            out.fields.push_back(std::move(spec));
        }
        for (std::size_t i = 0; i < fieldsOf(out.kind).size(); ++i) {
            const FieldDef &def = fieldsOf(out.kind)[i];
            if (def.required && !seen.contains(i))
                return fault(node, std::string(def.name),
                             std::string(fileKindName(out.kind)) + " need this field.");
        }
        return {};
    }

    Status readField(const YAML::Node &node, const std::string &name, const Defaults &defaults,
                     FieldSpec &out) const
    {
        if (!node.IsSequence())
            return readSource(node, name, defaults, out);
        for (const YAML::Node &item : node)
            TRY(readSource(item, name, defaults, out));
        if (out.sources.empty())
            return fault(node, name, "This list is empty.");
        return {};
    }

    Status readSource(const YAML::Node &node, const std::string &name, const Defaults &defaults,
                      FieldSpec &spec) const
    {
        FieldSource out;
        out.money = defaults.money;
        out.time = defaults.time;
        if (node.IsScalar()) {
            out.columns.push_back(node.as<std::string>());
            spec.sources.push_back(std::move(out));
            return {};
        }
        TRY(allow(node, name,
                  {"column", "columns", "separator", "value", "values", "lookUp", "missing",
                   "powerOfTen", "decimal", "currency", "dates", "timeZone", "round", "optional"}));
        const int ways =
            (node["column"] ? 1 : 0) + (node["columns"] ? 1 : 0) + (node["value"] ? 1 : 0);
        if (ways != 1)
            return fault(node, name, "Say one of column, columns or value.");
        if (node["column"] || node["columns"])
            TRY(readTexts(node["column"] ? node["column"] : node["columns"], name, out.columns));
        if (node["column"] && out.columns.size() != 1)
            return fault(node["column"], name, "Several columns to join are \"columns\".");
        if (node["value"])
            out.constant = node["value"].as<std::string>();
        TRY(readText(node, "separator", out.separator));
        TRY(readWord(node, "lookUp", lookUpWords, out.lookUp));
        TRY(readWord(node, "missing", missingWords, out.missing));
        TRY(readWord(node, "optional", flagWords, spec.optional));
        TRY(readFormat(node, out.money, out.time));
        return readValues(node, name, out, spec);
    }

    Status readValues(const YAML::Node &node, const std::string &name, FieldSource &out,
                      FieldSpec &spec) const
    {
        if (node["powerOfTen"]) {
            const auto power = base::parseInteger(node["powerOfTen"].as<std::string>());
            if (!power.ok() || *power < 0 || *power > 12)
                return fault(node["powerOfTen"], "powerOfTen", "Here must be 0 to 12.");
            out.money.powerOfTen = static_cast<int>(*power);
        }
        if (const YAML::Node values = node["values"]; values.IsDefined()) {
            if (!values.IsMap())
                return fault(values, name, "Here must be texts with what they stand for.");
            for (const auto &entry : values)
                out.values[entry.first.as<std::string>()] = entry.second.as<std::string>();
        }
        spec.sources.push_back(std::move(out));
        return {};
    }

    const std::string &m_file;
};

} // namespace

Result<Mapping> parseMapping(std::string_view yaml, const std::string &file)
{
    try {
        return MappingReader(file).read(yaml);
    } catch (const YAML::Exception &failure) {
        return Error{ErrorCode::InvalidInput,
                     failure.msg + ".",
                     {},
                     {},
                     base::Place{file, failure.mark.line + 1, failure.mark.column + 1, {}}};
    }
}

} // namespace topline::crm
