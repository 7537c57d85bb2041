// Everything that can be wrong with what a person gives the program: a clear message, the right
// exit status, and nothing lost.
#include "app/composition.h"
#include "tests/app/cli_process.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace topline::app {

namespace {

namespace fs = std::filesystem;

// A failure that a person can do something with: status 1, a sentence, no crash, JSON on request.
void expectRefused(const Ran &ran, const std::string &says)
{
    EXPECT_EQ(ran.status, 1) << ran.out << ran.err;
    EXPECT_EQ(ran.err.substr(0, 13), "topline-cli: ");
    EXPECT_NE(ran.err.find(says), std::string::npos) << "\"" << says << "\" is not in: " << ran.err;
}

std::string errorCode(const Ran &ran)
{
    return ran.document()
        .value(QLatin1String("error"))
        .toObject()
        .value(QLatin1String("code"))
        .toString()
        .toStdString();
}

class CliBadInput : public testing::Test {
protected:
    void makeWorkspace() { ASSERT_EQ(m_terminal.run({"new"}).status, 0); }

    // Whether a line run in a private mount namespace works here (it needs user namespaces).
    bool canMount() const
    {
        return m_terminal.shell("unshare -rm mount -t tmpfs none " + m_terminal.folder()).status ==
               0;
    }

    Terminal m_terminal;
};

} // namespace

TEST_F(CliBadInput, MissingFiles)
{
    const Ran feed = m_terminal.json({"feed"});
    expectRefused(feed, m_terminal.workspace());
    EXPECT_EQ(errorCode(feed), "not_found");
    EXPECT_FALSE(fs::exists(m_terminal.workspace()));
    makeWorkspace();
    expectRefused(m_terminal.run({"import", "crm", m_terminal.path("nothing.csv")}), "nothing.csv");
    expectRefused(m_terminal.run({"import", "events", m_terminal.path("nothing.csv")}),
                  "nothing.csv");
    expectRefused(m_terminal.run({"restore", m_terminal.path("nothing.topline")}),
                  "nothing.topline");
    expectRefused(m_terminal.run({"import", "crm", m_terminal.folder(), "--mapping",
                                  m_terminal.path("nothing.yaml")}),
                  "nothing.yaml");
    expectRefused(m_terminal.run({"show", "abcdef12"}), "abcdef12");
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
}

TEST_F(CliBadInput, EmptyFiles)
{
    m_terminal.write("w.topline", "");
    const Ran feed = m_terminal.json({"feed"});
    expectRefused(feed, m_terminal.workspace());
    EXPECT_EQ(errorCode(feed), "not_a_workspace");
    EXPECT_EQ(fs::file_size(m_terminal.workspace()), 0U);
    fs::remove(m_terminal.workspace());
    makeWorkspace();
    const std::string empty = m_terminal.write("accounts.csv", "");
    expectRefused(m_terminal.run({"import", "crm", empty}), "accounts.csv");
    expectRefused(m_terminal.run({"import", "events", empty}), "accounts.csv");
}

TEST_F(CliBadInput, BinaryFiles)
{
    std::string noise("\x7f"
                      "ELF\x00\x01\x02\x03",
                      8);
    for (int i = 0; i < 4'000; ++i)
        noise += static_cast<char>(i * 37);
    m_terminal.write("w.topline", noise);
    const Ran feed = m_terminal.json({"feed"});
    expectRefused(feed, m_terminal.workspace());
    EXPECT_EQ(errorCode(feed), "not_a_workspace");
    EXPECT_EQ(Terminal::read(m_terminal.workspace()), noise);
    fs::remove(m_terminal.workspace());
    makeWorkspace();
    const std::string binary = m_terminal.write("accounts.csv", noise);
    expectRefused(m_terminal.run({"import", "crm", binary}), "accounts.csv");
    expectRefused(m_terminal.run({"restore", binary}), "accounts.csv");
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
}

TEST_F(CliBadInput, WrongMappings)
{
    makeWorkspace();
    const std::string data = m_terminal.write("people.csv", "colour,shape\nred,round\n");
    expectRefused(m_terminal.run({"import", "crm", data}), "No preset knows");
    expectRefused(m_terminal.run({"import", "crm", data, "--preset", "maven_crm"}), "people.csv");
    const std::string broken =
        m_terminal.write("mine.yaml", "name: mine\nfiles:\n  - kind: planets\n    match: x\n");
    const Ran ran = m_terminal.run({"import", "crm", data, "--mapping", broken});
    expectRefused(ran, "mine.yaml:3");
    const std::string noYaml = m_terminal.write("noyaml.yaml", "a: [1, 2\nb: }");
    expectRefused(m_terminal.run({"import", "crm", data, "--mapping", noYaml}), "noyaml.yaml");
    EXPECT_EQ(m_terminal.json({"accounts"}).items().size(), 0);
}

TEST_F(CliBadInput, ATruncatedWorkspace)
{
    makeWorkspace();
    std::string whole = Terminal::read(m_terminal.workspace());
    const std::string half = whole.substr(0, whole.size() / 2);
    m_terminal.write("w.topline", half);
    const Ran feed = m_terminal.json({"feed"});
    expectRefused(feed, m_terminal.workspace());
    EXPECT_EQ(errorCode(feed), "corrupt");
    EXPECT_EQ(Terminal::read(m_terminal.workspace()), half);
}

TEST_F(CliBadInput, AReadOnlyFolder)
{
    makeWorkspace();
    if (!canMount())
        GTEST_SKIP() << "no private mounts here";
    const Ran ran = m_terminal.shell(
        "unshare -rm sh -c 'mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec "
        "'\"$CLI\"' --json feed' sh " +
        m_terminal.folder());
    expectRefused(ran, m_terminal.folder());
    const std::string code = errorCode(ran);
    EXPECT_TRUE(code == "read_only" || code == "permission_denied") << code;
    const Ran made =
        m_terminal.shell("unshare -rm sh -c 'mount --bind \"$1\" \"$1\" && mount -o "
                         "remount,bind,ro \"$1\" && exec " +
                         std::string(TOPLINE_CLI) + " --workspace \"$1/other.topline\" new' sh " +
                         m_terminal.folder());
    expectRefused(made, "other.topline");
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
}

TEST_F(CliBadInput, ANewerSchema)
{
    makeWorkspace();
    std::string bytes = Terminal::read(m_terminal.workspace());
    ASSERT_GT(bytes.size(), 100U);
    bytes[60] = 0x7f; // the schema's number stands there, most significant byte first
    m_terminal.write("w.topline", bytes);
    const Ran feed = m_terminal.json({"feed"});
    expectRefused(feed, "newer");
    EXPECT_EQ(errorCode(feed), "newer_schema");
    EXPECT_EQ(Terminal::read(m_terminal.workspace()), bytes);
}

TEST_F(CliBadInput, AFullDisk)
{
    if (!canMount())
        GTEST_SKIP() << "no private mounts here";
    std::string rows = "id,name,domain\n";
    for (int i = 0; i < 20'000; ++i)
        rows += "a" + std::to_string(i) + ",Company number " + std::to_string(i) + ",c" +
                std::to_string(i) + ".example\n";
    const Terminal elsewhere;
    const std::string data = elsewhere.write("accounts.csv", rows);
    const Ran ran = m_terminal.shell(
        "unshare -rm sh -c 'mount -t tmpfs -o size=3M,mode=0700 none \"$1\" && '\"$CLI\"' new "
        ">/dev/null && { '\"$CLI\"' import crm \"$2\" --preset topline >/dev/null; echo status $?; "
        "'\"$CLI\"' check | tail -n 1; }' sh " +
        m_terminal.folder() + " " + data);
    EXPECT_NE(ran.out.find("status 1"), std::string::npos) << ran.out << ran.err;
    EXPECT_NE(ran.out.find("The workspace is sound."), std::string::npos) << ran.out << ran.err;
    EXPECT_NE(ran.err.find("full"), std::string::npos) << ran.err;
}

TEST_F(CliBadInput, OutputThatCannotBeWritten)
{
    const Ran ran = m_terminal.shell("$CLI help > /dev/full");
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.err.find("could not be written"), std::string::npos);
}

TEST_F(CliBadInput, ASecondInstance)
{
    makeWorkspace();
    {
        const auto first = Composition::open(m_terminal.workspace());
        ASSERT_TRUE(first.ok());
        const Ran second = m_terminal.json({"feed"});
        expectRefused(second, m_terminal.workspace());
        EXPECT_EQ(errorCode(second), "busy");
        expectRefused(m_terminal.run({"restore", m_terminal.workspace()}), "");
    }
    EXPECT_EQ(m_terminal.run({"feed"}).status, 0);
}

TEST_F(CliBadInput, WhatIsThereIsNeverWrittenOver)
{
    makeWorkspace();
    const std::string before = Terminal::read(m_terminal.workspace());
    expectRefused(m_terminal.run({"new"}), m_terminal.workspace());
    EXPECT_EQ(Terminal::read(m_terminal.workspace()), before);
    expectRefused(m_terminal.run({"backup", m_terminal.workspace()}), m_terminal.workspace());
    m_terminal.write("accounts.csv", "id,name\na,A\n");
    ASSERT_EQ(
        m_terminal.run({"import", "crm", m_terminal.path("accounts.csv"), "--preset", "topline"})
            .status,
        0);
    expectRefused(m_terminal.run({"export", m_terminal.folder()}), "accounts.csv");
    EXPECT_EQ(Terminal::read(m_terminal.path("accounts.csv")), "id,name\na,A\n");
}

TEST_F(CliBadInput, CommandsThatNeedADemoOrACrmSaySo)
{
    makeWorkspace();
    expectRefused(m_terminal.run({"sync"}), "connected to no CRM");
    expectRefused(m_terminal.run({"run"}), "connected to no CRM");
    expectRefused(m_terminal.run({"demo", "advance", "--days", "1"}), "demo");
}

TEST_F(CliBadInput, FilesAreForTheirOwnerAlone)
{
    makeWorkspace();

    struct stat info {};

    ASSERT_EQ(::stat(m_terminal.workspace().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

} // namespace topline::app
