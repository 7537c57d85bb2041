#include "core/metrics/segments.h"

#include "core/stats/growth.h"
#include "core/stats/quantile.h"
#include "core/stats/rate.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace topline::metrics {

using domain::Lever;
using domain::Segment;
using domain::SegmentRow;

namespace {

// Name that is shown, and the id where names need not be unique.
using Key = std::pair<std::string, std::int64_t>;

constexpr std::size_t leverIndex(Lever lever)
{
    return static_cast<std::size_t>(lever);
}

std::string sizeBand(std::optional<std::int64_t> employees)
{
    if (!employees)
        return {};
    if (*employees < 50)
        return "1-49";
    if (*employees < 200)
        return "50-199";
    return *employees < 1'000 ? "200-999" : "1000+";
}

class KeyOf {
public:
    KeyOf(const MetricsInput &input, Segment segment)
        : m_segment(segment)
    {
        for (const domain::Account &account : input.accounts)
            m_accounts[account.id] = &account;
        for (const domain::Owner &owner : input.owners)
            m_owners[owner.id] = &owner;
    }

    Key operator()(const DealTrack &track) const
    {
        if (m_segment == Segment::Source)
            return {track.deal->source, 0};
        if (m_segment == Segment::Rep) {
            const auto owner = m_owners.find(track.deal->owner.id);
            return owner == m_owners.end() ? Key{} : Key{owner->second->name, owner->first.value};
        }
        const auto found = m_accounts.find(track.deal->account.id);
        if (found == m_accounts.end())
            return {};
        return {m_segment == Segment::Size ? sizeBand(found->second->employees)
                                           : found->second->industry,
                0};
    }

private:
    Segment m_segment;
    std::map<domain::AccountId, const domain::Account *> m_accounts;
    std::map<domain::OwnerId, const domain::Owner *> m_owners;
};

struct Part {
    std::vector<ClosedDeal> closed;
    double pipelinePerRep = 0; // of all reps; the parts sum to the lever's value
    double ownPipeline = 0;    // the same before dividing by the reps
    double baselinePerRep = 0; // the same over the baseline weeks
    std::optional<double> cycleDays, dealMinor;
    std::size_t cycleN = 0, dealN = 0;
    double drag = 0;
};

using Parts = std::map<Key, Part>;

// Mean over the 13 week ends before and at `end`, in the same way as the lever itself.
void addPipeline(const DealBook &book, const LeverHistory &history, const KeyOf &keyOf,
                 std::size_t end, bool baseline, Parts &parts)
{
    double weeks = 0;
    for (std::size_t week = end - windowWeeks + 1; week <= end; ++week)
        weeks += history.snapshot(week).reps > 0 ? 1 : 0;
    for (std::size_t week = end - windowWeeks + 1; week <= end; ++week) {
        const PipelineSnapshot &then = history.snapshot(week);
        if (then.reps == 0)
            continue;
        for (const DealTrack *track : then.open) {
            const double minor =
                static_cast<double>(book.minorAt(*track, history.boundaries()[week] - 1)) / weeks;
            Part &part = parts[keyOf(*track)];
            const double perRep = minor / static_cast<double>(then.reps);
            (baseline ? part.baselinePerRep : part.pipelinePerRep) += perRep;
            part.ownPipeline += baseline ? 0 : minor;
        }
    }
}

// Shares out one lever's log points by weights that sum to 1: weight (own + rest).
void shareOut(Parts &parts, double total, double lever,
              const std::vector<std::pair<double, double>> &weightAndOwn)
{
    double explained = 0;
    for (const auto &[weight, own] : weightAndOwn)
        explained += weight * own;
    const double rest = total / lever - explained;
    std::size_t i = 0;
    for (auto &[key, part] : parts) {
        part.drag += lever * weightAndOwn[i].first * (weightAndOwn[i].second + rest);
        ++i;
    }
}

// `total` is the lever's log points over 100, `lever` its weight.
void shareRates(Parts &parts, const SegmentQuestion &question, std::optional<double> overall)
{
    for (const Lever lever : {Lever::WinRate, Lever::Cycle, Lever::DealSize}) {
        const std::size_t i = leverIndex(lever);
        const auto baseline = question.baseline.values[i];
        std::vector<std::pair<double, double>> terms;
        for (const auto &[key, part] : parts) {
            double count = static_cast<double>(part.closed.size());
            std::optional<double> own = part.cycleDays;
            if (lever == Lever::WinRate && overall)
                own = stats::shrunkRate(wonCount(part.closed),
                                        static_cast<std::int64_t>(part.closed.size()), *overall);
            if (lever == Lever::Cycle)
                count = static_cast<double>(part.cycleN);
            if (lever == Lever::DealSize) {
                count = static_cast<double>(part.dealN);
                own = part.dealMinor;
            }
            terms.emplace_back(count / static_cast<double>(question.window.n[i]),
                               logRatio(lever, own, baseline).value_or(0));
        }
        shareOut(parts, question.index.logPoints[i] / 100, leverWeights[i], terms);
    }
}

void sharePipeline(Parts &parts, const SegmentQuestion &question)
{
    const std::size_t i = leverIndex(Lever::PipelinePerRep);
    const double value = *question.window.values[i];
    const double baseline = *question.baseline.values[i];
    // Unclamped w ln(value / baseline) = w (value - baseline) / logMean, which is additive.
    const double unclamped = leverWeights[i] * std::log(value / baseline);
    const double total = question.index.logPoints[i] / 100;
    const double clamp = unclamped == 0 ? 1 : total / unclamped;
    const double scale = clamp * leverWeights[i] / stats::logMean(value, baseline);
    for (auto &[key, part] : parts)
        part.drag += scale * (part.pipelinePerRep - part.baselinePerRep);
}

void describe(SegmentRow &row, const std::vector<ClosedDeal> &closed)
{
    row.closedN = static_cast<std::int64_t>(closed.size());
    row.wonN = wonCount(closed);
    row.lowConfidence = row.closedN < closedConfidentMin;
    if (row.closedN > 0)
        row.winRate = static_cast<double>(row.wonN) / static_cast<double>(row.closedN);
    row.cycleDays = stats::median(wonCycleDays(closed));
    row.dealMinor = stats::median(wonMinor(closed));
    for (const ClosedDeal &deal : closed)
        row.deals.push_back(deal.track->deal->id);
}

SegmentRow totalRow(const SegmentQuestion &question)
{
    SegmentRow row;
    row.all = true;
    describe(row, question.window.closed);
    row.pipelineMinorPerRep = question.window.values[leverIndex(Lever::PipelinePerRep)];
    if (question.index.rvi)
        row.drag = *question.index.rvi - 100;
    return row;
}

} // namespace

std::vector<SegmentRow> segmentRows(const DealBook &book, const LeverHistory &history,
                                    Segment segment, const SegmentQuestion &question)
{
    const KeyOf keyOf(book.input(), segment);
    Parts parts;
    for (const ClosedDeal &deal : question.window.closed)
        parts[keyOf(*deal.track)].closed.push_back(deal);
    addPipeline(book, history, keyOf, question.end, false, parts);
    addPipeline(book, history, keyOf, question.baselineEnd, true, parts);
    for (auto &[key, part] : parts) {
        const std::vector<double> cycles = wonCycleDays(part.closed);
        const std::vector<double> sizes = wonMinor(part.closed);
        part.cycleN = cycles.size();
        part.dealN = sizes.size();
        part.cycleDays = stats::median(cycles);
        part.dealMinor = stats::median(sizes);
    }
    if (question.index.rvi) {
        shareRates(parts, question, history.overall());
        sharePipeline(parts, question);
    }

    std::vector<SegmentRow> out;
    const double toIndexPoints = question.index.rvi ? stats::logMean(*question.index.rvi, 100) : 0;
    for (const auto &[key, part] : parts) {
        SegmentRow row;
        row.name = key.first;
        describe(row, part.closed);
        row.pipelineMinorPerRep = segment == Segment::Rep ? part.ownPipeline : part.pipelinePerRep;
        if (question.index.rvi)
            row.drag = part.drag * toIndexPoints;
        out.push_back(std::move(row));
    }
    std::stable_sort(out.begin(), out.end(), [](const SegmentRow &a, const SegmentRow &b) {
        return std::tuple(a.drag.value_or(0), a.name) < std::tuple(b.drag.value_or(0), b.name);
    });
    out.push_back(totalRow(question));
    return out;
}

} // namespace topline::metrics
