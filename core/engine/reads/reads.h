// Questions to a workspace that take longer than a key press: inspectors, reports, search. Asked by
// Engine on its thread (terminal, tests) or by the window's reader thread over its own read-only
// connection; one object answers one question at one moment. Changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_view.h"
#include "core/domain/audit.h"
#include "core/domain/card_detail.h"
#include "core/domain/detector_view.h"
#include "core/domain/guard_view.h"
#include "core/domain/learned.h"
#include "core/domain/mail_letter.h"
#include "core/domain/meeting_offer.h"
#include "core/domain/metric.h"
#include "core/domain/play_view.h"
#include "core/domain/policy.h"
#include "core/domain/prediction.h"
#include "core/domain/risk_report.h"
#include "core/domain/status.h"
#include "core/engine/cockpit.h"
#include "core/engine/feed/card_make.h"
#include "core/metrics/input.h"
#include "core/predict/feature_deals.h"
#include "core/predict/forecast_input.h"
#include "core/predict/win_train.h"
#include "core/store/tables.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

class TrialAccount;

class Reads {
public:
    // All of it must outlive the object.
    Reads(store::Tables &tables, const std::vector<domain::Play> &plays,
          const domain::Policy &policy, base::UtcMs now)
        : m_tables(tables)
        , m_plays(plays)
        , m_policy(policy)
        , m_maker(plays, policy)
        , m_now(now)
    {
    }

    // NotFound for an id that is not there.
    base::Result<domain::CardDetail> detail(const base::Uuid &action);
    base::Result<domain::CardDetail> dealDetail(domain::DealId deal);
    base::Result<domain::DealPlan> plan(domain::DealId deal); // dropped tasks are left out
    // Slots for a meeting about that action. NotFound for an id that is not there.
    base::Result<domain::MeetingOffer> meetingTimes(const base::Uuid &action, std::int64_t minutes);
    // A mail of the timeline, with its words. NotFound for an event that is none.
    base::Result<domain::MailLetter> letter(domain::EventId event);
    base::Result<domain::PipelineReport> pipeline(std::optional<domain::OwnerId> owner);
    base::Result<domain::RiskReport> risk(std::optional<domain::OwnerId> owner = {});
    base::Result<domain::RiskRow> dealRisk(domain::DealId deal); // of an open deal
    base::Result<domain::VelocityReport> velocity(const VelocityRequest &request);
    // Learned anew from all deals that are won or lost by now; takes seconds for thousands of them.
    base::Result<domain::WinOutlook> winOutlook();
    // By the model that is kept; absent before one was learned, and for a closed deal.
    base::Result<std::optional<domain::WinEstimate>> winEstimate(const domain::Deal &deal);
    base::Result<domain::ForecastReport> forecast(const ForecastRequest &request);
    base::Result<std::vector<domain::SearchHit>> search(const std::string &text);

    // What the night has to do, and the doing of it, which may take seconds. Cancelled when asked
    // to stop, which it does between two fits.
    base::Result<domain::LearningDue> learningDue();
    base::Result<domain::Learned> learn(const domain::LearningDue &due,
                                        const predict::StopAsked &isStopAsked = {});

    // What is known of a record that somebody misses here, by its id there or by a word of it.
    base::Result<std::vector<domain::MissingFinding>> whyMissing(const std::string &idOrText);
    // Every detector with its hits of the last 90 days.
    base::Result<domain::SignalsView> signals();
    // What another policy would have found in the last 90 days; changes nothing.
    base::Result<domain::DryRun> dryRun(const domain::SignalPolicy &policy);
    // Every play with its figures of the last 30 days, and the runs under way.
    base::Result<domain::PlaysView> plays();
    // NotFound for an id that is not there.
    base::Result<domain::PlayHistory> playHistory(const std::string &playId);
    // What the play would have done in the last `days`; changes nothing. Cancelled when asked to
    // stop, which it does between two accounts.
    base::Result<domain::PlayTrial> tryPlay(const domain::Play &play, int days,
                                            const predict::StopAsked &isStopAsked = {});
    // By which rule, from what, in which mode, approved by whom: all from stored facts.
    base::Result<domain::ActionAudit> audit(const base::Uuid &action);

    // Best total first, then by name and id.
    base::Result<std::vector<domain::AccountRow>> accounts();
    // NotFound for an id that is not there or deleted.
    base::Result<domain::AccountView> accountView(domain::AccountId account);
    // How often a meeting followed on each tier, over the last year of every account.
    base::Result<domain::TierReport> tierRates();

    base::Result<domain::GuardView> guards(); // limits, lists, modes, hours and routing
    // Who could take these actions; those that do not wait are left out.
    base::Result<domain::HandOnOffer> handOn(const std::vector<base::Uuid> &ids);
    base::Result<domain::HandOnOffer> handOnOf(domain::AccountId account);

    // As written by a person; without profiles the default one is used.
    const domain::IcpPolicy &icp() const { return m_policy.scores.icp; }

    // Newest first.
    base::Result<std::vector<domain::RequestRow>> requests()
    {
        return m_tables.requests.newest(requestsShown);
    }

    base::Result<std::vector<domain::Owner>> owners() { return m_tables.catalogue.owners(); }

private:
    static constexpr std::int64_t requestsShown = 1'000;

    base::Result<metrics::MetricsInput> metricsInput(std::optional<domain::OwnerId> owner);
    base::Result<predict::DealRecords> dealRecords();
    static std::vector<domain::WinEstimate> openEstimates(const predict::WinModel &model,
                                                          const predict::DealRecords &records);
    base::Result<std::vector<domain::DealOutlook>>
    outlooks(const std::map<domain::DealId, std::int64_t> &signalMicros);
    base::Result<std::optional<domain::ForecastWeek>> missingForecastWeek();
    base::Result<predict::ForecastInput> forecastInput(std::optional<domain::OwnerId> owner);
    base::Status addDeals(domain::AccountView &view, const domain::AccountHistory &history);
    base::Status addCards(domain::AccountView &view);
    base::Status addTimeline(domain::AccountView &view, const domain::AccountHistory &history);
    base::Status addAction(domain::CardDetail &detail);
    base::Status addFolded(domain::CardDetail &detail, const store::StageCounts &counts);
    base::Status addAccount(domain::CardDetail &detail, domain::AccountId account);
    base::Status addDeal(domain::CardDetail &detail, domain::DealId id);
    base::Result<domain::DealRow> dealRow(const domain::Deal &deal);
    base::Status addRisk(std::vector<domain::DealRow> &rows);
    base::Status addRuns(domain::PlaysView &view);
    using TrialAdd = std::function<void(TrialAccount, std::vector<domain::Signal>)>;
    base::Status addTrialAccounts(const domain::Play &play, const domain::PlayTrial &out,
                                  const predict::StopAsked &isStopAsked, const TrialAdd &add) const;

    store::Tables &m_tables;
    const std::vector<domain::Play> &m_plays;
    const domain::Policy &m_policy;
    CardMaker m_maker;
    base::UtcMs m_now;
};

} // namespace topline::engine
