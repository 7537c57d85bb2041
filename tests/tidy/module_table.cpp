#include "tests/tidy/module_table.h"

#include "tests/tidy/source_file.h"

namespace topline::tidy {

const std::vector<Module> &moduleTable()
{
    // clang-format off
    static const std::vector<Module> table = {
        // layer, folder,     may include
        {0, "core/base",     {}},
        {1, "core/domain",   {"core/base"}},
        {1, "core/stats",    {"core/base"}},
        {2, "core/crm",      {"core/domain", "core/base"}},
        {2, "core/intake",   {"core/domain", "core/base"}},
        {2, "core/store",    {"core/domain", "core/base"}},
        {2, "core/signals",  {"core/domain", "core/stats", "core/base"}},
        {2, "core/scoring",  {"core/domain", "core/stats", "core/base"}},
        {2, "core/plays",    {"core/domain", "core/base"}},
        {2, "core/feed",     {"core/domain", "core/base"}},
        {2, "core/actions",  {"core/domain", "core/base"}},
        {2, "core/ledger",   {"core/domain", "core/stats", "core/base"}},
        {2, "core/metrics",  {"core/domain", "core/stats", "core/base"}},
        {2, "core/predict",  {"core/domain", "core/stats", "core/base"}},
        {2, "core/risk",     {"core/domain", "core/stats", "core/base"}},
        {3, "core/assist",   {"core/crm", "core/actions", "core/domain", "core/base"}},
        {3, "core/calendar", {"core/crm", "core/actions", "core/domain", "core/base"}},
        {3, "core/sync",     {"core/crm", "core/store", "core/domain", "core/base"}},
        {3, "core/mail",     {"core/crm", "core/actions", "core/intake", "core/domain", "core/base"}},
        {4, "core/engine",   {"core/sync", "core/assist", "core/calendar", "core/crm", "core/intake", "core/store", "core/signals", "core/scoring",
                              "core/plays", "core/feed", "core/actions", "core/ledger", "core/metrics", "core/predict",
                              "core/risk",
                              "core/domain", "core/stats", "core/base"}},
        {5, "core/platform", {"core/mail", "core/crm", "core/intake", "core/actions", "core/store/install_mark.h",
                              "core/domain", "core/base"}},
        {5, "ui/text",       {"core/domain", "core/base"}},
        {5, "ui",            {"core/engine/cockpit.h", "core/domain", "core/base"}},
        {6, "app",           {"core", "ui"}},
    };
    // clang-format on
    return table;
}

const std::vector<Room> &engineRooms()
{
    // clang-format off
    static const std::vector<Room> rooms = {
        // room,      may include
        {"step",     {}},
        {"guards",   {"step"}},
        {"feed",     {"step"}},
        {"channels", {"step", "guards"}},
        {"drafts",   {"step"}},
        {"deals",    {"step"}},
        {"commands", {"step", "guards", "channels", "drafts", "deals"}},
        {"answers",  {"step", "guards", "channels", "commands"}},
        {"plays",    {"step", "guards", "feed", "channels", "drafts", "deals", "commands"}},
        {"intake",   {"step", "deals", "answers"}},
        {"outbox",   {"step", "guards", "channels", "commands", "answers", "intake"}},
        {"reads",    {"step", "guards", "feed", "channels", "deals", "intake"}},
        {"",         {"step", "guards", "feed", "channels", "drafts", "deals", "commands", "answers", "plays",
                      "intake", "outbox", "reads"}},
        {"threads",  {"", "step", "guards", "feed", "channels", "drafts", "deals", "commands", "answers", "plays",
                      "intake", "outbox", "reads"}},
    };
    // clang-format on
    return rooms;
}

const std::vector<std::string_view> &engineFaces()
{
    static const std::vector<std::string_view> faces = {
        "channel_desk", "cockpit",        "cockpit_requests", "collector",
        "desk",         "draft_desk",     "engine_reports",   "guard_panel",
        "insights",     "mapping_choice", "play_desk",
    };
    return faces;
}

const Module *moduleOf(std::string_view path)
{
    const Module *best = nullptr;
    for (const Module &module : moduleTable()) {
        if (isIn(path, module.folder) && (!best || module.folder.size() > best->folder.size()))
            best = &module;
    }
    return best;
}

const std::vector<Confined> &confinedHeaders()
{
    static const std::vector<Confined> headers = {
        {"sqlite3.h", {"core/store", "tests/store", "tests/flow", "tests/sim", "tests/bench"}},
        {"curl/", {"core/platform/curl_"}},
        {"qt6keychain/", {"core/platform"}},
        {"yaml-cpp/", {"core/plays", "core/crm"}},
        {"Eigen/", {"core/stats"}},
        {"boost/", {"core/stats"}},
        {"libical/", {"core/calendar/ical_r", "tests/calendar"}},
        {"gmime/", {"core/intake/mail_"}},
        {"QtCharts/", {"ui"}},
        {"QtSql/", {}},
    };
    return headers;
}

const std::vector<Confined> &confinedWords()
{
    // Threads belong to the work queue, the engine and the listeners of the platform; tests race
    // them.
    static const std::vector<std::string_view> threads = {"core/base", "core/engine/threads",
                                                          "core/platform", "tests"};
    static const std::vector<Confined> words = {
        {"std::thread", threads}, {"std::jthread", threads}, {"std::async", {}},
        {"QtConcurrent", {}},     {"QThreadPool", {}},       {"QNetworkAccessManager", {}},
    };
    return words;
}

const std::vector<Confined> &wallClocks()
{
    static const std::vector<std::string_view> clock = {"core/platform/system_clock."};
    static const std::vector<Confined> words = {
        {"system_clock::now", clock},     {"currentDateTime", clock},
        {"currentDateTimeUtc", clock},    {"currentMSecsSinceEpoch", clock},
        {"currentSecsSinceEpoch", clock}, {"QDate::currentDate", clock},
        {"QTime::currentTime", clock},    {"gettimeofday", clock},
        {"clock_gettime", clock},         {"std::time", clock},
    };
    return words;
}

const std::vector<FixedOption> &fixedOptions()
{
    static const std::vector<FixedOption> options = {
        {"SSL_VERIFYPEER", "1L"},
        {"SSL_VERIFYHOST", "2L"},
        {"PROXY_SSL_VERIFYPEER", "1L"},
        {"PROXY_SSL_VERIFYHOST", "2L"},
        {"DOH_SSL_VERIFYPEER", "1L"},
        {"DOH_SSL_VERIFYHOST", "2L"},
        {"FOLLOWLOCATION", "0L"},
        {"UNRESTRICTED_AUTH", "0L"},
        {"VERBOSE", "0L"},
    };
    return options;
}

const std::vector<std::string_view> &unsafeTlsWords()
{
    static const std::vector<std::string_view> words = {"ignoreSslErrors", "VerifyNone",
                                                        "QueryPeer", "SSL_VERIFY_NONE"};
    return words;
}

const std::vector<std::string_view> &moduleHeaders()
{
    static const std::vector<std::string_view> headers = {
        "QtCore", "QtGui", "QtWidgets", "QtCharts", "QtNetwork",    "QtSvg",
        "QtTest", "QtSql", "QtXml",     "QtDBus",   "QtConcurrent", "QtPrintSupport",
    };
    return headers;
}

const std::vector<std::string_view> &objectWords()
{
    static const std::vector<std::string_view> words = {
        "Q_OBJECT", "Q_GADGET", "QObject", "QWidget", "QThread", "QCoreApplication", "QApplication",
    };
    return words;
}

} // namespace topline::tidy
