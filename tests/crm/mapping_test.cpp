#include "core/crm/mapping.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::crm;

namespace {

std::string faultOf(const std::string &yaml)
{
    const auto out = parseMapping(yaml, "m.yaml");
    return out.ok() ? "no fault" : out.error().text();
}

const std::string head = "name: x\nfiles:\n  - kind: accounts\n    match: a.csv\n";

} // namespace

TEST(Mapping, FaultsNameTheLineColumnAndKey)
{
    EXPECT_EQ(faultOf("name: x\nfile:\n  - 1\n").substr(0, 16), "m.yaml:2:1: file");
    EXPECT_EQ(faultOf(head + "    fields: {name: n, nmae: m}\n"),
              "m.yaml:5:23: nmae: accounts have no such field.");
    EXPECT_EQ(faultOf("name: x\nfiles:\n  - kind: acounts\n    match: a\n").substr(0, 18),
              "m.yaml:3:11: kind:");
    EXPECT_EQ(faultOf(head + "    fields: {domain: d}\n"),
              "m.yaml:5:13: name: accounts need this field.");
    EXPECT_EQ(faultOf(head + "    fields: {name: {column: a, value: b}}\n"),
              "m.yaml:5:20: name: Say one of column, columns or value.");
    EXPECT_EQ(faultOf(head + "    fields: {name: {column: a, lookUp: nam}}\n"),
              "m.yaml:5:40: lookUp: \"nam\" is not one of id, name, email, domain.");
    EXPECT_NE(faultOf("name: x\ncurrency: Dollar\nfiles: []\n").find("m.yaml:2:11: currency"),
              std::string::npos);
    EXPECT_NE(faultOf("name: x\ntimeZone: Europe/Nowhere\nfiles: []\n").find("m.yaml:2:11"),
              std::string::npos);
    EXPECT_EQ(faultOf("name: [x\n").substr(0, 7), "m.yaml:");
    EXPECT_NE(faultOf(""), "no fault");
    EXPECT_NE(faultOf("- a\n- b\n"), "no fault");
    EXPECT_NE(faultOf("name: x\nfiles:\n  - kind: accounts\n    match: a\n    fields: 3\n"),
              "no fault");
    EXPECT_EQ(faultOf(head + "    fields: {name: a, name: b}\n"),
              "m.yaml:5:23: name: This field stands here twice.");
}

TEST(Mapping, EveryPresetLoads)
{
    const auto presets = presetMappings();
    ASSERT_TRUE(presets.ok()) << presets.error().text();
    std::vector<std::string> names;
    for (const Mapping &mapping : *presets)
        names.push_back(mapping.name);
    EXPECT_EQ(names, (std::vector<std::string>{"hubspot", "maven_crm", "salesforce", "topline"}));
}

TEST(Mapping, ToplineHasAColumnForEveryFieldThatIsKept)
{
    const auto presets = presetMappings();
    ASSERT_TRUE(presets.ok());
    for (const FileSpec &file : presets->back().files) {
        for (std::size_t i = 0; i < fieldsOf(file.kind).size(); ++i) {
            const FieldDef &def = fieldsOf(file.kind)[i];
            const bool helps = def.name == "pipeline" || def.name == "closed" ||
                               def.name == "won" || def.name == "currency";
            const bool mapped = std::any_of(file.fields.begin(), file.fields.end(),
                                            [i](const auto &field) { return field.field == i; });
            EXPECT_TRUE(mapped || (helps && file.kind != FileKind::Stages) ||
                        def.name == "closed" || def.name == "won")
                << fileKindName(file.kind) << " " << def.name;
        }
    }
}

TEST(Mapping, ComparesColumnsAndNamesAsPeopleDo)
{
    EXPECT_EQ(columnKey("Close Date"), columnKey("close_date"));
    EXPECT_EQ(columnKey("CloseDate"), columnKey("CLOSE-DATE"));
    EXPECT_NE(columnKey("Größe"), columnKey("Gre"));
    EXPECT_EQ(nameKey("GTX Pro"), nameKey("GTXPro"));
    EXPECT_EQ(nameKey("Müller & Söhne"), nameKey("MÜLLER  Söhne"));
    EXPECT_NE(nameKey("日本"), nameKey("日"));
    EXPECT_EQ(nameKey("???"), "???");
}

TEST(Mapping, MatchesFileNames)
{
    EXPECT_TRUE(fitsPattern("*deals*.csv", "hubspot-Deals-2024.CSV"));
    EXPECT_TRUE(fitsPattern("deals.csv", "deals.csv.rejects.csv"));
    EXPECT_FALSE(fitsPattern("deals.csv", "my-deals.csv"));
    EXPECT_TRUE(fitsPattern("a?c*", "abcdef"));
    EXPECT_FALSE(fitsPattern("a*b*c", "a-b-d"));
}

TEST(Mapping, SaysWhichColumnIsMissing)
{
    const auto mapping =
        parseMapping(head + "    fields: {name: [Company, Firm], domain: web}\n", "m.yaml");
    ASSERT_TRUE(mapping.ok()) << mapping.error().text();
    const auto bound = bindFields(mapping->files[0], {"firm", "Web "});
    ASSERT_TRUE(bound.ok());
    EXPECT_EQ(bound->front().columns, (std::vector<std::size_t>{0}));
    const auto missing = bindFields(mapping->files[0], {"id", "web"});
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().message,
              "There is no column for \"name\" of accounts: wanted \"Company\", \"Firm\", the file "
              "has \"id\", \"web\".");
}
