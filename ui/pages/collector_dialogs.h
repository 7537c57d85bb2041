// What is asked and shown about the write key of the collector: whether a new one is meant, since
// the present one stops working, and the new key, this once. Called by the Sync page, GUI thread;
// each returns at once. The key lives in the dialog only and goes with it.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace topline::pages {

void askNewWriteKey(QWidget *parent, std::function<void()> make);

// `url` is the host that goes with it.
void showWriteKey(const QString &key, const QString &url, QWidget *parent);

} // namespace topline::pages
