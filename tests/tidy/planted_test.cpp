// Every rule is shown a breach, which it must find, and an innocent neighbour, which it must leave
// alone. Words that a rule looks for inside literals carry a "~", which is taken out before use, so
// that the tree test does not find them in this very file.
#include "tests/tidy/rules.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline::tidy;

namespace {

struct Plant {
    std::string_view rule;
    std::string path;
    std::string text;
    int breachCount = 0;
};

std::string lines(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "\n";
    return text;
}

std::string function(int bodyLines)
{
    return "void f()\n{" + lines(bodyLines - 1) + "}\n";
}

const std::string opening = "// What it is for.\n// Who calls it.\n";

std::vector<Plant> borderPlants()
{
    return {
        {"IncludesFollowTheTable", "core/feed/rank.cpp", "#include \"core/store/database.h\"\n", 1},
        {"IncludesFollowTheTable", "core/base/a.cpp", "#include \"core/domain/event.h\"\n", 1},
        {"IncludesFollowTheTable", "core/engine/a.cpp", "#include \"core/platform/http.h\"\n", 1},
        {"IncludesFollowTheTable", "core/crm/a.cpp", "#include \"ui/text/reason_text.h\"\n", 1},
        {"IncludesFollowTheTable", "core/crm/a.cpp", "#include \"tests/fakes/clock.h\"\n", 1},
        {"IncludesFollowTheTable", "ui/pages/a.cpp", "#include \"core/store/database.h\"\n", 1},
        {"IncludesFollowTheTable", "ui/pages/a.cpp", "#include \"core/engine/pipeline.h\"\n", 1},
        {"IncludesFollowTheTable", "ui/pages/a.cpp", "#include \"app/composition.h\"\n", 1},
        {"IncludesFollowTheTable", "ui/text/a.cpp", "#include \"ui/look/tokens.h\"\n", 1},
        {"IncludesFollowTheTable", "core/feed/rank.cpp", "#include \"rank.h\"\n", 1},
        {"IncludesFollowTheTable", "core/feed/rank.cpp", "  #  include \"core/store/database.h\"\n",
         1},
        {"IncludesFollowTheTable", "core/feed/rank.cpp",
         "#include \"core/feed/rank.h\"\n#include \"core/domain/action.h\"\n#include <vector>\n"
         "// #include \"core/store/database.h\"\n",
         0},
        {"IncludesFollowTheTable", "ui/pages/a.cpp",
         "#include \"core/engine/cockpit.h\"\n#include \"ui/look/tokens.h\"\n"
         "#include \"ui/text/reason_text.h\"\n#include \"a.moc\"\n",
         0},
        {"IncludesFollowTheTable", "app/main.cpp", "#include \"core/store/database.h\"\n", 0},
        {"RoomsFollowTheTable", "core/engine/guards/a.cpp",
         "#include \"core/engine/outbox/outbox_runner.h\"\n", 1},
        {"RoomsFollowTheTable", "core/engine/step/a.h", "#include \"core/engine/engine.h\"\n", 1},
        {"RoomsFollowTheTable", "core/engine/cellar/a.cpp", "", 1},
        {"RoomsFollowTheTable", "core/engine/reads/a.cpp",
         "#include \"core/engine/cockpit.h\"\n#include \"core/engine/step/known_action.h\"\n"
         "#include \"core/engine/reads/reads.h\"\n#include \"core/store/tables.h\"\n",
         0},
        {"ForeignHeadersStayInPlace", "core/engine/a.cpp", "#include <sqlite3.h>\n", 1},
        {"ForeignHeadersStayInPlace", "core/crm/a.cpp", "#include <curl/curl.h>\n", 1},
        {"ForeignHeadersStayInPlace", "core/platform/mail.cpp", "#include <curl/curl.h>\n", 1},
        {"ForeignHeadersStayInPlace", "tests/platform/a_test.cpp", "#include <curl/curl.h>\n", 1},
        {"ForeignHeadersStayInPlace", "core/platform/curl_wire.h", "#include <curl/curl.h>\n", 0},
        {"ForeignHeadersStayInPlace", "core/store/a.cpp", "#include <sqlite3.h>\n", 0},
        {"NoModuleHeaders", "ui/pages/a.cpp", "#include <QtWidgets>\n", 1},
        {"NoModuleHeaders", "ui/pages/a.cpp", "#include <QtCore/QtCore>\n", 1},
        {"NoModuleHeaders", "ui/pages/a.cpp", "#include <QtMath>\n#include <QtCharts/QChart>\n", 0},
        {"DependsAgreeWithTheTable", "core/feed/CMakeLists.txt",
         "topline_module(core/feed\n SOURCES a.cpp\n DEPENDS topline_store topline_base)\n", 1},
        {"DependsAgreeWithTheTable", "ui/look/CMakeLists.txt",
         "topline_module(ui/look SOURCES a.cpp DEPENDS topline_metrics)\n", 1},
        {"DependsAgreeWithTheTable", "core/magic/CMakeLists.txt",
         "topline_module(core/magic SOURCES a.cpp)\n", 1},
        {"DependsAgreeWithTheTable", "core/feed/CMakeLists.txt",
         "topline_module(core/feed SOURCES a.cpp # topline_store\n DEPENDS topline_domain "
         "Qt6::Core)\n",
         0},
        {"DependsAgreeWithTheTable", "ui/pages/CMakeLists.txt",
         "topline_module(ui/pages SOURCES a.cpp DEPENDS topline_ui_look topline_engine)\n", 0},
    };
}

std::vector<Plant> wordPlants()
{
    return {
        {"SqlStaysInTheStore", "core/engine/a.cpp", "run(\"SEL~ECT id FROM deal\");\n", 1},
        {"SqlStaysInTheStore", "core/engine/a.cpp", "run(R\"(\nINSERT ~INTO deal)\");\n", 1},
        {"SqlStaysInTheStore", "tests/feed/a_test.cpp", "run(\"del~ete from deal where id=1\");\n",
         1},
        {"SqlStaysInTheStore", "resources/extra/a.sql", "anything\n", 1},
        {"SqlStaysInTheStore", "core/store/a.cpp", "run(\"SEL~ECT id FROM deal\");\n", 0},
        {"SqlStaysInTheStore", "resources/schema/0001.sql", "anything\n", 0},
        {"SqlStaysInTheStore", "ui/pages/a.cpp", "say(\"Select a deal from the list\");\n", 0},
        {"NoQtObjectsInCore", "core/engine/a.h", "class A : public QObject {};\n", 1},
        {"NoQtObjectsInCore", "core/engine/a.cpp", "auto s = tr(\"text\");\n", 1},
        {"NoQtObjectsInCore", "core/engine/a.cpp", "QThread t;\nQWidget w;\nQ_OBJECT\n", 3},
        {"NoQtObjectsInCore", "core/platform/a.h", "class A : public QObject {};\n", 0},
        {"NoQtObjectsInCore", "core/engine/a.cpp", "// no QObject here\nattr(1); str (2);\n", 0},
        {"OneWallClock", "core/engine/a.cpp", "auto t = std::chrono::system_clock::now();\n", 1},
        {"OneWallClock", "ui/pages/a.cpp", "QDateTime::currentDateTimeUtc();\n", 1},
        {"OneWallClock", "tests/feed/a_test.cpp", "auto t = std::time(nullptr);\n", 1},
        {"OneWallClock", "core/store/a.cpp", "run(\"datetime(~'no~w')\");\n", 1},
        {"OneWallClock", "resources/schema/0001.sql", "DEFAULT CURRENT_~TIMESTAMP\n", 1},
        {"OneWallClock", "core/platform/system_clock.cpp", "std::chrono::system_clock::now();\n",
         0},
        {"OneWallClock", "core/engine/a.cpp", "clock.now(); std::chrono::steady_clock::now();\n",
         0},
    };
}

std::vector<Plant> placePlants()
{
    return {
        {"NoSingletons", "core/engine/a.h", "static Store &instance();\n", 1},
        {"NoSingletons", "ui/pages/a.cpp", "Settings::instance()->theme();\n", 1},
        {"NoSingletons", "core/engine/a.h", "Store &storeInstance(); int instance = 1;\n", 0},
        {"ColoursComeFromTokens", "ui/pages/a.cpp", "paint(\"#3f~51d8\");\n", 1},
        {"ColoursComeFromTokens", "ui/pages/a.cpp", "style(\"color: #f~ff;\");\n", 1},
        {"ColoursComeFromTokens", "ui/look/tokens.cpp", "paint(\"#3f~51d8\");\n", 0},
        {"ColoursComeFromTokens", "ui/pages/a.cpp", "say(\"deal #12 and #1234567\");\n", 0},
        {"ThreadsAndNetworkStayInPlace", "core/signals/a.cpp", "std::thread t(run);\n", 1},
        {"ThreadsAndNetworkStayInPlace", "ui/pages/a.cpp", "QNetworkAccessManager net;\n", 1},
        {"ThreadsAndNetworkStayInPlace", "core/platform/a.cpp", "QNetworkAccessManager net;\n", 1},
        {"ThreadsAndNetworkStayInPlace", "core/engine/threads/a.cpp", "std::thread t(run);\n", 0},
        {"ThreadsAndNetworkStayInPlace", "core/engine/plays/a.cpp", "std::thread t(run);\n", 1},
        {"NetworkIsSafe", "core/platform/a.cpp",
         "set(c, CURLOPT_SSL_VERIFYPEER, 0L);\nset(c, CURLOPT_SSL_VERIFYHOST, 0);\n", 2},
        {"NetworkIsSafe", "core/platform/a.cpp",
         "set(c, CURLOPT_SSL_VERIFYPEER, isStrict ? 1L : 0L);\n", 1},
        {"NetworkIsSafe", "tests/platform/a_test.cpp", "set(c, CURLOPT_SSL_VERIFYHOST, 1L);\n", 1},
        {"NetworkIsSafe", "core/platform/a.cpp",
         "set(c, CURLOPT_FOLLOWLOCATION, 1L);\nset(c, CURLOPT_VERBOSE, 1L);\n", 2},
        {"NetworkIsSafe", "ui/pages/a.cpp",
         "reply->ignoreSslErrors();\nsocket.setPeerVerifyMode(QSslSocket::VerifyNone);\n", 2},
        {"NetworkIsSafe", "core/platform/a.cpp",
         "set(c, CURLOPT_SSL_VERIFYPEER, 1L);\nset(c, CURLOPT_SSL_VERIFYHOST, 2L);\n"
         "// CURLOPT_FOLLOWLOCATION, 1L and ignoreSslErrors are never used\n",
         0},
        {"NoQtTestMacros", "tests/ui/a_test.cpp", "QVERIFY(ok); QCOMPARE (a, b);\n", 2},
        {"NoQtTestMacros", "tests/ui/a_test.cpp", "EXPECT_TRUE(QTest::qWaitFor(ok));\n", 0},
        {"TestsDoNotSleep", "tests/ui/a_test.cpp", "std::this_thread::sleep_for(1s);\n", 1},
        {"TestsDoNotSleep", "core/engine/a.cpp", "std::this_thread::sleep_for(1s);\n", 0},
        {"NothingLeftForLater", "core/feed/a.cpp", "// TO~DO: later\n", 1},
        {"NothingLeftForLater", "core/feed/a.cpp", "// X~XX\nauto none = \"X~XX\";\n", 1},
        {"NothingLeftForLater", "resources/mappings/a.yaml", "currency: X~XX # none\n", 0},
        {"NothingLeftForLater", "resources/schema/1.sql", "a INTEGER -- TO~DO\n", 1},
        {"NothingLeftForLater", "packaging/a.sh", "# FIX~ME\n", 1},
        {"NothingLeftForLater", "core/feed/a.cpp", "// toDo is a name, and TODOS is not a note\n",
         0},
        {"NothingPointsOutside", "core/feed/a.cpp", "// see ../sh~ared/design\n", 1},
        {"NothingPointsOutside", "README.md", "/wo~rk/main\n", 1},
        {"NothingPointsOutside", "core/crm/a.cpp", "open(\"../sh~ared/data\");\n", 1},
        {"NothingPointsOutside", "tests/intake/a_test.cpp", "open(\"../sh~ared/data\");\n", 0},
        {"NothingPointsOutside", "README.md", "the home/work/life balance\n", 0},
    };
}

std::vector<Plant> shapePlants()
{
    return {
        {"FilesStayShort", "core/feed/a.cpp", lines(501), 1},
        {"FilesStayShort", "core/feed/a.h", opening + lines(149), 1},
        {"FilesStayShort", "core/feed/a.cpp", lines(500), 0},
        {"FilesStayShort", "translations/topline_de.ts", lines(9000), 0},
        {"FunctionsStayShort", "core/feed/a.cpp", "namespace a {\n" + function(71) + "}\n", 1},
        {"FunctionsStayShort", "core/feed/a.cpp",
         "class A : public B {\npublic:\n    A() : m_b{1}, m_c(2)\n" + lines(1) + "{" + lines(80) +
             "}\n    int m_b = 0;\n};\n",
         1},
        {"FunctionsStayShort", "core/feed/a.cpp",
         "Q_DECLARE_METATYPE(A)\nnamespace a {\nconst auto f = [](int x) {" + lines(80) + "};\n}\n",
         1},
        {"FunctionsStayShort", "tests/feed/a_test.cpp", "TEST(A, B)\n{" + lines(80) + "}\n", 1},
        {"FunctionsStayShort", "core/feed/a.cpp", function(70) + function(70), 0},
        {"FunctionsStayShort", "core/feed/a.cpp",
         "namespace a {" + lines(90) + "class B {" + lines(90) + "};\nconst int table[] = {" +
             lines(90) + "};\nstd::vector<std::function<void(int)>> rows({" + lines(90) +
             "});\n}\n",
         0},
        {"FunctionsStayShort", "core/feed/a.cpp",
         "void f()\n{\n// {\n\"{\"; '{'; R\"({)\"; 1'000;\n}\n" + lines(90) + "void g() {}\n", 0},
        {"HeadersOpenWithAComment", "core/feed/a.h", "#pragma once\n// Too late.\n// So.\n", 1},
        {"HeadersOpenWithAComment", "core/feed/a.h", "// One line.\n#pragma once\n", 1},
        {"HeadersOpenWithAComment", "core/feed/a.h", opening + opening + opening + opening, 1},
        {"HeadersOpenWithAComment", "core/feed/a.h", opening + "#pragma once\n", 0},
        {"HeadersOpenWithAComment", "core/feed/a.cpp", "int a;\n", 0},
        {"FoldersHaveAReadme", "core/magic/a.cpp", "int a;\n", 2},
        {"FoldersHaveAReadme", "core/README.md", "# Core\n" + lines(60), 1},
        {"FoldersHaveAReadme", "core/README.md", "# Core\n" + lines(59), 0},
        {"FoldersHaveAReadme", ".ci/run", "#!/bin/sh\n", 0},
        {"OneTitlePerDocument", "README.md", "# A\n\n# B\n", 1},
        {"OneTitlePerDocument", "README.md", "Text.\n", 1},
        {"OneTitlePerDocument", "README.md", "# A\n## B\n```\n# a comment\n```\n", 0},
    };
}

std::vector<Plant> allPlants()
{
    std::vector<Plant> plants = borderPlants();
    for (const std::vector<Plant> &more : {wordPlants(), placePlants(), shapePlants()})
        plants.insert(plants.end(), more.begin(), more.end());
    for (Plant &plant : plants)
        std::erase(plant.text, '~');
    return plants;
}

} // namespace

TEST(Planted, EachRuleFindsWhatItShouldAndNothingElse)
{
    for (const Plant &plant : allPlants()) {
        const auto rule = std::find_if(allRules().begin(), allRules().end(),
                                       [&](const Rule &r) { return r.name == plant.rule; });
        ASSERT_NE(rule, allRules().end()) << plant.rule;
        const Breaches found = rule->check({sourceFile(plant.path, plant.text)});
        EXPECT_EQ(static_cast<int>(found.size()), plant.breachCount)
            << plant.rule << " on " << plant.path << ":\n"
            << plant.text.substr(0, 300);
    }
}

TEST(Planted, NoRuleIsWithoutABreachAndANeighbour)
{
    const std::vector<Plant> plants = allPlants();
    for (const Rule &rule : allRules()) {
        for (const bool breach : {true, false}) {
            EXPECT_TRUE(std::any_of(plants.begin(), plants.end(),
                                    [&](const Plant &plant) {
                                        return plant.rule == rule.name &&
                                               (plant.breachCount > 0) == breach;
                                    }))
                << rule.name << (breach ? " has no breach" : " has no neighbour");
        }
    }
}

TEST(Planted, AnUnlistedDependencyIsFound)
{
    const std::string call = "topline_module(core/feed SOURCES a.cpp DEPENDS topline_domain)\n";
    const SourceFile build = sourceFile("core/feed/CMakeLists.txt", call);
    const std::string listed = "#include \"core/domain/action.h\"\n";
    const std::string unlisted = "#include \"core/base/time.h\"\n";
    EXPECT_EQ(dependsAgreeWithTheTable({build, sourceFile("core/feed/a.cpp", listed)}).size(), 0U);
    EXPECT_EQ(dependsAgreeWithTheTable({build, sourceFile("core/feed/a.cpp", unlisted)}).size(),
              1U);
}

TEST(Planted, AnInterfaceOfPlainValuesNeedsNoLink)
{
    const SourceFile build = sourceFile(
        "ui/bridge/CMakeLists.txt", "topline_module(ui/bridge SOURCES a.cpp DEPENDS Qt6::Core)\n");
    const SourceFile source = sourceFile("ui/bridge/a.cpp", "#include \"core/engine/cockpit.h\"\n");
    EXPECT_EQ(dependsAgreeWithTheTable({build, source}).size(), 0U);
}

TEST(Planted, ABreachNamesItsLine)
{
    const Breaches found =
        noSingletons({sourceFile("core/feed/a.cpp", "int a;\n\nA::instance();\n")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].path, "core/feed/a.cpp");
    EXPECT_EQ(found[0].line, 3);
}
