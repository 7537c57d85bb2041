// The desk of drafts behind its threads: a model that is asked on its courier's thread, the key on
// its way, and an orderly end while one is asked.
#include "core/crm/logged_http_client.h"
#include "core/crm/memory_vault.h"
#include "core/engine/threads/cockpit_thread.h"
#include "core/plays/shipped_plays.h"
#include "tests/assist/model_parts.h"
#include "tests/fakes/awaited.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <regex>
#include <set>

namespace topline::engine {

using flow::need;

namespace {

const std::string key = "sk-canary-5d1e9a44";

// A chat endpoint without a socket. It answers with every needed word, or waits until cancelled.
class ScriptedModel final : public crm::HttpClient {
public:
    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override
    {
        m_bearer = request.bearer ? request.bearer->reveal() : std::string();
        m_body = request.body;
        if (m_waits) {
            m_isAsked.set_value();
            while (!cancel.cancelled)
                std::this_thread::yield();
            return base::Error{.code = base::ErrorCode::Cancelled, .message = "It was stopped."};
        }
        static const std::regex needed(R"(Needed words: (.*?)\\n)");
        std::smatch found;
        std::regex_search(request.body, found, needed);
        std::string words = found.size() > 1 ? found[1].str() : "";
        words.erase(std::remove(words.begin(), words.end(), ','), words.end());
        if (words == "none")
            words.clear();
        crm::HttpResponse out;
        out.status = 200;
        out.body = assist::chatAnswer(words + " " + m_text);
        return out;
    }

    std::string m_bearer;
    std::string m_body;
    std::string m_text = "New words.";
    bool m_waits = false;
    std::promise<void> m_isAsked;
};

class SteadyPace final : public crm::Pace {
public:
    std::int64_t monotonicMs() const override { return 1; }

    bool waitUntil(std::int64_t, const crm::CancelToken &) override { return true; }
};

using fakes::Awaited;

class DraftDeskTest : public testing::Test {
protected:
    DraftDeskTest()
        : m_file(m_folder.path().toStdString() + "/w.topline")
    {
        auto workspace = need(store::Workspace::create(m_file, m_ids.next(), m_clock.now()));
        EngineParts parts{m_clock, m_ids, std::move(workspace), need(plays::loadShippedPlays())};
        auto engine = need(Engine::open(std::move(parts)));
        const crm::CancelToken cancel;
        need(engine->sync(m_crm, cancel));
        for (const auto &id : flow::approvable(need(engine->feed()))) {
            if (need(engine->findAction(id.text())).kind == domain::ActionKind::Email)
                m_mail = id;
        }
        LoopTimes times;
        times.tick = std::chrono::milliseconds(0);
        CockpitParts cockpit{std::move(engine), nullptr, m_file, m_clock, times};
        cockpit.model = {&m_logged, &m_vault};
        m_cockpit = std::make_unique<CockpitThread>(std::move(cockpit));
    }

    DraftDesk &desk() { return m_cockpit->drafts(); }

    template <typename Call> void run(Call call)
    {
        Awaited<void> done;
        call(done.answer());
        need(done.get());
    }

    template <typename T, typename Call> base::Result<T> ask(Call call)
    {
        Awaited<T> answer;
        call(answer.answer());
        return answer.get();
    }

    void switchOn()
    {
        run([&](Done done) { desk().setAssist(assist::sampleSettings(), done); });
        run([&](Done done) { desk().setModelKey(base::Secret(key), done); });
        run([&](Done done) { desk().agreeToModel(done); });
    }

    bool isInFolder(const std::string &text) const
    {
        for (const auto &entry :
             std::filesystem::directory_iterator(m_folder.path().toStdString())) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            if (bytes.find(text) != std::string::npos)
                return true;
        }
        return false;
    }

    QTemporaryDir m_folder;
    std::string m_file;
    base::FixedClock m_clock{flow::birthMs};
    base::SeededIdSource m_ids{7};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    ScriptedModel m_model;
    crm::RequestList m_requests;
    SteadyPace m_pace;
    crm::LoggedHttpClient m_logged{m_model, {"model", m_requests, m_clock, m_pace}};
    crm::MemoryVault m_vault;
    base::Uuid m_mail;
    std::unique_ptr<CockpitThread> m_cockpit;
};

} // namespace

TEST_F(DraftDeskTest, AModelIsAskedWithTheKeyAndItsTextBecomesTheDraft)
{
    switchOn();
    const auto view = need(ask<domain::AssistView>([&](auto a) { desk().loadAssist(a); }));
    EXPECT_TRUE(view.hasKey);
    EXPECT_FALSE(view.isKeyLasting);
    EXPECT_TRUE(view.fault.empty());
    const auto shown =
        need(ask<domain::ModelRequest>([&](auto a) { desk().previewModel(m_mail, "shorter", a); }));
    m_model.m_text = "New words. See https://evil.example now.";
    const auto out =
        need(ask<domain::ModelDraft>([&](auto a) { desk().writeWithModel(m_mail, "shorter", a); }));
    EXPECT_EQ(m_model.m_body, shown.body) << "what was shown is what was sent";
    EXPECT_EQ(m_model.m_bearer, key);
    EXPECT_NE(out.draft.body.find("New words."), std::string::npos);
    EXPECT_EQ(out.draft.body.find("evil"), std::string::npos);
    ASSERT_EQ(out.removed.size(), 1u);
    const auto help = need(ask<domain::DraftHelp>([&](auto a) { desk().loadHelp(m_mail, a); }));
    EXPECT_TRUE(help.isWrittenByModel);
    EXPECT_EQ(help.faults.size(), 1u) << "the gap keeps it from leaving";
}

TEST_F(DraftDeskTest, TheKeyIsInNoFileNoLedgerAndNoRequestLog)
{
    switchOn();
    need(ask<domain::ModelDraft>([&](auto a) { desk().writeWithModel(m_mail, "", a); }));
    const auto runs =
        need(ask<std::vector<domain::ModelRun>>([&](auto a) { desk().loadModelRuns(m_mail, a); }));
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].request.find(key), std::string::npos);
    const auto requests = m_requests.take();
    ASSERT_EQ(requests.size(), 1u);
    EXPECT_EQ(requests[0].path.find(key), std::string::npos);
    EXPECT_TRUE(isInFolder("New words")) << "the search can find what is there";
    EXPECT_FALSE(isInFolder(key));
    m_cockpit.reset();
    EXPECT_FALSE(isInFolder(key));
}

TEST_F(DraftDeskTest, AKeyThatWasForgottenIsNotSent)
{
    switchOn();
    run([&](Done done) { desk().setModelKey(base::Secret(), done); });
    need(ask<domain::ModelDraft>([&](auto a) { desk().writeWithModel(m_mail, "", a); }));
    EXPECT_EQ(m_model.m_bearer, "");
}

TEST_F(DraftDeskTest, StopAndTheEndOfTheProgramEndARequestUnderWay)
{
    switchOn();
    m_model.m_waits = true;
    Awaited<domain::ModelDraft> stopped;
    desk().writeWithModel(m_mail, "", stopped.answer());
    m_model.m_isAsked.get_future().wait();
    desk().cancelModel();
    EXPECT_EQ(stopped.get().error().code, base::ErrorCode::Cancelled);
    m_model.m_isAsked = {};
    Awaited<domain::ModelDraft> ended;
    desk().writeWithModel(m_mail, "", ended.answer());
    m_model.m_isAsked.get_future().wait();
    m_cockpit.reset(); // comes back
}

TEST_F(DraftDeskTest, WithoutAWayToAskAModelIsRefused)
{
    const auto out = ask<domain::ModelDraft>([&](auto a) { desk().writeWithModel(m_mail, "", a); });
    EXPECT_EQ(out.error().code, base::ErrorCode::Refused) << "it is off";
}

} // namespace topline::engine
