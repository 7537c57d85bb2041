#include "tests/bench/feed_bench_limits.h"
#include "tests/bench/paired.h"
#include "ui/look/style.h"
#include "ui/look/theme.h"
#include "ui/pages/feed_delegate.h"
#include "ui/pages/feed_model.h"
#include "ui/pages/feed_view.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>

using namespace topline;
using domain::FeedCard;
using domain::Lane;

namespace {

constexpr int cardCount = 100'000;
constexpr int arrivalCount = 10;
constexpr base::UtcMs nowMs = 1'763'464'440'000;
constexpr QSize viewport(838, 796); // the feed at 1440x900

void insist(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "feed_model_bench: %s\n", what);
    std::abort();
}

std::string keyOf(int number)
{
    char text[32];
    std::snprintf(text, sizeof text, "2/%09d", number * 10);
    return text;
}

FeedCard card(int number, Lane lane)
{
    const std::string name = std::to_string(number);
    FeedCard out;
    out.action.id = base::Uuid::named("bench", name);
    out.action.kind = number % 3 ? domain::ActionKind::Email : domain::ActionKind::Call;
    out.action.whyNow = {domain::ReasonCode::ProposalReopened,
                         {std::int64_t{2}, domain::AtTime{nowMs - number * base::secondMs}}};
    out.action.signalMs = out.action.createdMs = nowMs - number * base::secondMs;
    if (number % 4 == 0)
        out.action.slaDueMs = nowMs + (number % 900) * base::secondMs;
    out.action.amount = base::Money{1'000'000 + number * 100, base::Currency::usd()};
    out.contactName = "Person " + name;
    out.contactTitle = "Head of Procurement";
    out.accountName = "Account " + std::to_string(number / 7);
    out.playName = "Proposal reopened";
    out.scoreMilli = (number % 100) * 1'000;
    out.tier = domain::Tier::Hot;
    out.probability = domain::WinProbability{610'000, 30, 60};
    out.lastTouchMs = nowMs - (number % 30) * base::dayMs;
    out.rank.band = 2;
    out.lane = lane;
    out.sortKey = keyOf(number);
    return out;
}

engine::FeedUpdate cards(Lane lane, int count)
{
    engine::FeedUpdate update;
    update.changed.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        update.changed.push_back(card(i, lane));
    return update;
}

void settle()
{
    QApplication::processEvents();
}

// The limit's list and ours, shown one above the other.
struct Lists {
    bench::BareModel bare{cardCount};
    bench::BareDelegate bareDelegate;
    QListView bareView;
    pages::FeedModel model;
    pages::FeedView view;
    std::unique_ptr<pages::FeedDelegate> delegate;
    std::mt19937 random{7};

    Lists()
    {
        bareView.setUniformItemSizes(true);
        bareView.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        bareView.setFrameShape(QFrame::NoFrame);
        bareView.setModel(&bare);
        bareView.setItemDelegate(&bareDelegate);
        delegate = std::make_unique<pages::FeedDelegate>(model, nullptr);
        delegate->setFormat({QLocale(QLocale::English), base::TimeZone(), nowMs});
        view.setModel(&model);
        view.setItemDelegate(delegate.get());
        model.apply(cards(Lane::Now, cardCount));
        for (QListView *each : {&bareView, static_cast<QListView *>(&view)}) {
            each->resize(viewport);
            each->show();
        }
        settle();
        insist(model.rowCount() == cardCount, "the lane is not full");
    }

    int anyRow() { return static_cast<int>(random() % cardCount); }

    // One in the viewport, so that it is painted too.
    int seenRow() { return static_cast<int>(random() % 10); }
};

Lists &lists()
{
    static auto *made = new Lists; // lives as long as the program, like the application
    return *made;
}

void keyedUpdate(benchmark::State &state)
{
    Lists &l = lists();
    const bool seen = state.range(0) != 0;
    l.view.scrollToTop();
    l.bareView.scrollToTop();
    settle();
    bench::runPaired(
        state,
        [&] {
            l.bare.touch(seen ? l.seenRow() : l.anyRow());
            settle();
        },
        [&] {
            engine::FeedUpdate update;
            update.changed.push_back(card(seen ? l.seenRow() : l.anyRow(), Lane::Now));
            update.changed.back().scoreMilli = static_cast<std::int64_t>(l.random() % 100) * 1'000;
            l.model.apply(update);
            settle();
        });
}

void arrivalsShown(benchmark::State &state)
{
    Lists &l = lists();
    int number = cardCount;
    std::vector<double> limits;
    std::vector<double> times;
    for (auto _ : state) {
        engine::FeedUpdate update;
        for (int i = 0; i < arrivalCount; ++i) {
            update.changed.push_back(card(number++, Lane::Now));
            update.changed.back().sortKey = keyOf(l.anyRow()) + "/" + std::to_string(number);
        }
        limits.push_back(bench::millisecondsOf([&] {
            for (int i = 0; i < arrivalCount; ++i)
                l.bare.insertAt(l.anyRow());
            settle();
        }));
        l.model.apply(update);
        insist(l.model.arrivals() == arrivalCount, "the arrivals do not wait");
        times.push_back(bench::millisecondsOf([&] {
            l.model.showArrivals();
            settle();
        }));
        state.SetIterationTime(times.back() / 1e3);
        l.bare.removeFirst(arrivalCount);
        engine::FeedUpdate gone;
        for (const FeedCard &each : update.changed)
            gone.removed.push_back(each.action.id);
        l.model.apply(gone);
        settle();
    }
    state.counters["limit_ms"] = bench::median(limits);
    state.counters["ours_ms"] = bench::median(times);
    state.counters["ratio"] = bench::median(times) / bench::median(limits);
}

void laneChange(benchmark::State &state)
{
    Lists &l = lists();
    bool away = true;
    bench::runPaired(
        state,
        [&] {
            l.bare.replaceAll(away ? 1 : cardCount);
            settle();
        },
        [&] {
            l.model.setLane(away ? Lane::Today : Lane::Now);
            away = !away;
            settle();
        });
    if (!away)
        l.model.setLane(Lane::Now);
    if (l.bare.rowCount() != cardCount)
        l.bare.replaceAll(cardCount);
    settle();
    insist(l.model.rowCount() == cardCount, "the lane did not come back");
}

// What a card shows, as plain texts.
std::vector<QStringList> plainTexts(const Lists &l, int rows)
{
    std::vector<QStringList> out;
    for (int row = 0; row < rows; ++row) {
        const pages::CardFace face =
            pages::faceOf(*l.model.card(row), l.delegate->format(), 10 * base::secondMs);
        QStringList texts{face.title,      face.sentence, face.play,   face.subtitle,
                          face.tier,       face.score,    face.amount, face.probability,
                          face.clock.text, face.lastTouch};
        texts.removeAll(QString());
        out.push_back(texts);
    }
    return out;
}

void paintViewport(benchmark::State &state)
{
    Lists &l = lists();
    const qreal ratio = static_cast<qreal>(state.range(0));
    l.view.scrollToTop();
    settle();
    const auto texts = plainTexts(l, viewport.height() / look::height::card + 1);
    QImage plain(viewport * ratio, QImage::Format_RGB32);
    plain.setDevicePixelRatio(ratio);
    QImage image(viewport * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    bench::runPaired(
        state, [&] { bench::paintPlainRows(plain, texts); },
        [&] { l.view.viewport()->render(&image); });
    insist(image != plain && image.pixel(60, 60) != 0, "nothing was painted");
}

void scroll(benchmark::State &state)
{
    Lists &l = lists();
    QScrollBar *bare = l.bareView.verticalScrollBar();
    QScrollBar *ours = l.view.verticalScrollBar();
    insist(ours->maximum() == bare->maximum(), "the lists differ in length");
    const auto anywhere = [&] {
        return static_cast<int>(l.random() % static_cast<unsigned>(ours->maximum()));
    };
    bench::runPaired(
        state,
        [&] {
            bare->setValue(anywhere());
            settle();
        },
        [&] {
            ours->setValue(anywhere());
            settle();
        });
}

BENCHMARK(keyedUpdate)
    ->ArgName("in_view")
    ->Arg(1)
    ->Arg(0)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(arrivalsShown)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(paintViewport)
    ->ArgName("dpr")
    ->Arg(1)
    ->Arg(2)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(scroll)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(laneChange)->Iterations(20)->UseManualTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    look::installLook();
    QApplication::setPalette(look::paletteOf(look::Scheme::Light));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
