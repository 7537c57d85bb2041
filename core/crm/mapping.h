// A mapping says which columns of which files are which fields of our records. Loaded from YAML
// (resources/mappings, or a user's own file) and read by imports and exports; a plain value, any
// thread. A fault in the YAML is InvalidInput with file, line, column and key.
#pragma once

#include "core/base/number_text.h"
#include "core/base/result.h"
#include "core/base/text_decoder.h"
#include "core/crm/record_fields.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

// What a cell that refers to another record holds. Names are compared without regard to case,
// spaces and punctuation.
enum class LookUp { Id, Name, Email, Domain };

// What to do when there is no such record.
enum class Missing { Reject, Create, Leave };

// One way to get a field: a column, several joined, or a constant; and how its text is read.
struct FieldSource {
    std::vector<std::string> columns; // parts to join when more than one
    std::string separator = " ";
    std::optional<std::string> constant;
    std::map<std::string, std::string> values; // text of a cell → text that it stands for
    LookUp lookUp = LookUp::Id;
    Missing missing = Missing::Reject;
    base::MoneyFormat money;
    base::TimeFormat time;
};

struct FieldSpec {
    std::size_t field = 0;            // of fieldsOf(kind)
    std::vector<FieldSource> sources; // the first whose columns a file has is used
    bool optional = false;            // the file may have none of them
};

struct FileSpec {
    FileKind kind = FileKind::Accounts;
    std::vector<std::string> patterns; // file names with * and ?, without regard to case
    std::vector<FieldSpec> fields;
    base::TimeFormat time;              // of stageDates
    FileKind subject = FileKind::Deals; // links: what "of" is
    // Deals: the column that says when a stage was entered, by stage name.
    std::vector<std::pair<std::string, std::string>> stageDates;
    // Columns that must hold one of these texts; other rows are passed over. A file that lacks the
    // column is taken whole.
    std::vector<std::pair<std::string, std::vector<std::string>>> conditions;
};

struct StageSpec {
    std::string name;
    std::string pipeline;
    domain::StageKind kind = domain::StageKind::Open;
    int order = 0; // by its place in the list
};

struct Mapping {
    std::string name;
    std::string title; // for people
    std::string file;  // where it was loaded from
    char delimiter = '\0';
    std::optional<base::TextEncoding> encoding;
    bool crLf = true; // how an export ends its lines
    std::vector<StageSpec> stages;
    std::vector<FileSpec> files;
};

// `file` is what messages call the text.
base::Result<Mapping> parseMapping(std::string_view yaml, const std::string &file);
base::Result<Mapping> loadMapping(const std::string &path);

// The mappings that come with the program, by name: hubspot, maven_crm, salesforce, topline.
base::Result<std::vector<Mapping>> presetMappings();

// Column names in the form in which they are compared: ASCII letters and digits in lower case, so
// that "Close Date", "close_date" and "CloseDate" are one.
std::string columnKey(std::string_view name);

// Names of records in the form in which look-ups compare them: case folded, without spaces and
// punctuation ("GTX Pro" = "GTXPro"); the text itself when nothing would be left.
std::string nameKey(std::string_view name);

// True when the file name fits the pattern; a trailing ".rejects.csv" is not looked at.
bool fitsPattern(std::string_view pattern, std::string_view fileName);

// The name of the file whose rejected rows this file holds, or the name itself.
std::string_view withoutRejectsSuffix(std::string_view fileName);

// A field of a file whose columns have been found.
struct BoundField {
    std::size_t field = 0;
    FieldType type = FieldType::Text;
    const FieldSource *source = nullptr; // of the mapping
    std::vector<std::size_t> columns;    // numbers in the header, from 0
};

// Finds the columns of a file. InvalidInput with a sentence that names what is missing and what
// there is, when a field that must be there is not.
base::Result<std::vector<BoundField>> bindFields(const FileSpec &spec,
                                                 const std::vector<std::string> &header);

} // namespace topline::crm
