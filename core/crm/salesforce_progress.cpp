#include "core/crm/salesforce_progress.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace topline::crm {

using domain::ObjectProgress;
using domain::ObjectState;

namespace {

// What must not be hidden by the others that go well.
int weight(ObjectState state)
{
    constexpr ObjectState rising[] = {ObjectState::Fresh, ObjectState::Working, ObjectState::Drift};
    return static_cast<int>(std::find(std::begin(rising), std::end(rising), state) - rising);
}

} // namespace

ObjectProgress salesforceProgress(const SalesforceStream &stream, const SalesforceCursor &cursor,
                                  const SalesforceSchema &schema)
{
    const auto own = [&](const SalesforceStream &of) {
        return cursor.marks.find(of.key)->second.progress(of);
    };
    ObjectProgress out = own(stream);
    if (!cursor.isWithin)
        out.throughMs = cursor.passMs;
    for (const SalesforceStream &other : salesforceStreams()) {
        const bool isSame = other.progress == stream.progress && other.kind != stream.kind;
        if (!isSame || salesforceObjectOf(other, schema) == nullptr)
            continue;
        const ObjectProgress theirs = own(other);
        out.done += theirs.done;
        if (weight(theirs.state) > weight(out.state)) {
            out.state = theirs.state;
            out.reason = theirs.reason;
        }
        if (other.kind > stream.kind)
            out.throughMs.reset();
    }
    return out;
}

void addSalesforceProgress(ObjectProgress progress, Page &page)
{
    for (ObjectProgress &one : page.progress) {
        if (one.object == progress.object) {
            one = std::move(progress);
            return;
        }
    }
    page.progress.push_back(std::move(progress));
}

void addSalesforceRefused(const SalesforceStream &stream, ObjectState state, const std::string &why,
                          Page &page)
{
    ObjectProgress out;
    out.object = stream.progress;
    out.state = state;
    out.reason = why;
    addSalesforceProgress(std::move(out), page);
}

void addSalesforceAbsent(const SalesforceStream &stream, const SalesforceSchema &schema, Page &page)
{
    const auto streams = salesforceStreams();
    const bool isElsewhere = std::any_of(streams.begin(), streams.end(), [&](const auto &one) {
        return one.progress == stream.progress && salesforceObjectOf(one, schema) != nullptr;
    });
    if (!isElsewhere)
        addSalesforceRefused(stream,
                             stream.isExtra ? ObjectState::Unavailable : ObjectState::Denied,
                             schema.reasonFor(salesforceAbsentOf(stream, schema)), page);
}

} // namespace topline::crm
