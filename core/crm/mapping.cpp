#include "core/crm/mapping.h"

#include "core/base/file_source.h"
#include "core/crm/preset_texts.h"

#include <QString>

#include <algorithm>

namespace topline::crm {

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Greedy with one point of return: linear for what people write.
bool matchesGlob(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t behindStar = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            behindStar = t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++behindStar;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::string quotedList(const std::vector<std::string> &names)
{
    constexpr std::size_t most = 20;
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        out += (i == 0 ? "\"" : ", \"") + names[i] + "\"";
    return names.size() > most ? out + ", …" : out;
}

// What a field could have been called, for the message that it is not there.
std::string wantedColumns(const FieldSpec &spec)
{
    std::vector<std::string> names;
    for (const FieldSource &source : spec.sources)
        names.insert(names.end(), source.columns.begin(), source.columns.end());
    return quotedList(names);
}

} // namespace

std::string columnKey(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (isAlnum(c) || (static_cast<unsigned char>(c) & 0x80U) != 0)
            out += c;
    }
    return out.empty() ? std::string(name) : base::lowerAscii(out);
}

std::string nameKey(std::string_view name)
{
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0x80U) == 0;
    });
    std::string out;
    if (ascii) {
        std::copy_if(name.begin(), name.end(), std::back_inserter(out), isAlnum);
        out = base::lowerAscii(out);
    } else {
        const QString folded =
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toCaseFolded();
        QString kept;
        for (const QChar c : folded.normalized(QString::NormalizationForm_KC)) {
            if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
                kept += c;
        }
        out = kept.toStdString();
    }
    return out.empty() ? std::string(base::trimmed(name)) : out;
}

std::string_view withoutRejectsSuffix(std::string_view fileName)
{
    constexpr std::string_view suffix = ".rejects.csv";
    if (fileName.size() > suffix.size() &&
        fileName.substr(fileName.size() - suffix.size()) == suffix)
        fileName.remove_suffix(suffix.size());
    return fileName;
}

bool fitsPattern(std::string_view pattern, std::string_view fileName)
{
    return matchesGlob(base::lowerAscii(pattern), base::lowerAscii(withoutRejectsSuffix(fileName)));
}

base::Result<std::vector<BoundField>> bindFields(const FileSpec &spec,
                                                 const std::vector<std::string> &header)
{
    std::map<std::string, std::size_t> columnOf;
    for (std::size_t i = 0; i < header.size(); ++i)
        columnOf.emplace(columnKey(header[i]), i);

    std::vector<BoundField> out;
    for (const FieldSpec &field : spec.fields) {
        const FieldDef &def = fieldsOf(spec.kind)[field.field];
        bool bound = false;
        for (const FieldSource &source : field.sources) {
            BoundField candidate{field.field, def.type, &source, {}};
            for (const std::string &column : source.columns) {
                const auto found = columnOf.find(columnKey(column));
                if (found != columnOf.end())
                    candidate.columns.push_back(found->second);
            }
            bound = candidate.columns.size() == source.columns.size();
            if (bound) {
                out.push_back(std::move(candidate));
                break;
            }
        }
        if (!bound && (!field.optional || def.required))
            return base::Error{base::ErrorCode::InvalidInput,
                               "There is no column for \"" + std::string(def.name) + "\" of " +
                                   std::string(fileKindName(spec.kind)) + ": wanted " +
                                   wantedColumns(field) + ", the file has " + quotedList(header) +
                                   ".",
                               {},
                               "Choose another mapping, or name the column in yours."};
    }
    return out;
}

base::Result<Mapping> loadMapping(const std::string &path)
{
    constexpr std::int64_t sizeLimit = 1024 * 1024;
    TRY_ASSIGN(const auto source, base::openFile(path, sizeLimit));
    std::string text(static_cast<std::size_t>(source->size()), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
        TRY_ASSIGN(const std::size_t count, source->read(text.data() + have, text.size() - have));
        if (count == 0)
            break;
        have += count;
    }
    text.resize(have);
    return parseMapping(text, path);
}

base::Result<std::vector<Mapping>> presetMappings()
{
    std::vector<Mapping> out;
    for (const PresetText &preset : presetTexts()) {
        TRY_ASSIGN(Mapping mapping, parseMapping(preset.yaml, std::string(preset.file)));
        out.push_back(std::move(mapping));
    }
    return out;
}

} // namespace topline::crm
