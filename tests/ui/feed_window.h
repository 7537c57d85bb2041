// The window on the feed page with the sample cards and a full inspector, for tests that work it by
// keys. GUI thread; what the page asked of the engine is in `cockpit`.
#pragma once

#include "tests/ui/sample_cards.h"
#include "tests/ui/window_fixture.h"

#include <QAbstractItemView>

namespace topline::test {

// Score rows that add up, evidence with a bot's click, a draft and a deal strip.
domain::CardDetail sampleDetail(const domain::FeedCard &card);

struct FeedWindow : WindowFixture {
    FeedWindow();

    int row() const { return view->currentIndex().row(); }

    base::Uuid idOf(std::size_t number) const { return tests::sampleCards()[number].action.id; }

    QAbstractItemView *view = nullptr;
};

} // namespace topline::test
