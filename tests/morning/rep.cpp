#include "tests/morning/rep.h"

#include "ui/pages/feed_model.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/page_list.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QKeySequence>
#include <QPainter>
#include <QPixmap>
#include <QTest>

#include <utility>

namespace topline::morning {

namespace {

constexpr int settleMs = 150;

} // namespace

Rep::Rep(app::Composition &composition, QString pictures)
    : m_cockpit(composition.startCockpit())
    , m_bridge(std::make_unique<bridge::Bridge>(*m_cockpit))
    , m_window(std::make_unique<shell::MainWindow>(*m_bridge, m_theme, pages::pageList()))
    , m_pictures(std::move(pictures))
{
    m_window->restoreState();
    m_window->resize(1440, 900);
    m_window->show();
    m_bridge->start();
    m_window->showPage(QStringLiteral("feed"));
    m_view = m_window->findChild<pages::FeedView *>();
    m_model = qobject_cast<const pages::FeedModel *>(m_view->model());
}

Rep::~Rep()
{
    m_window.reset();
    m_bridge.reset();
    m_cockpit.reset();
}

QWidget *Rep::topmost() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    QWidget *window = QApplication::activeWindow();
    return window != nullptr ? window : m_window.get();
}

void Rep::press(const QString &keys)
{
    if (QApplication::activeWindow() == nullptr && QApplication::activePopupWidget() == nullptr) {
        // A window manager would give the window its turn again.
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return;
    }
    const QKeySequence sequence(keys);
    for (int at = 0; at < sequence.count(); ++at) {
        const QKeyCombination one = sequence[static_cast<uint>(at)];
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *focus = popup != nullptr ? popup : QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : topmost(), one.key(), one.keyboardModifiers());
    }
    QCoreApplication::processEvents();
}

bool Rep::hasChoice() const
{
    for (const QCheckBox *box : topmost()->findChildren<QCheckBox *>()) {
        if (box->isVisible())
            return true;
    }
    return false;
}

void Rep::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

bool Rep::waitFor(const std::function<bool()> &holds, int patienceMs) const
{
    return QTest::qWaitFor(holds, patienceMs);
}

void Rep::settle() const
{
    QTest::qWait(settleMs);
}

void Rep::takePicture(const QString &name) const
{
    settle();
    QPixmap picture = m_window->grab();
    QWidget *top = topmost();
    if (top != m_window.get()) {
        QPainter painter(&picture);
        painter.drawPixmap(m_window->mapFromGlobal(top->mapToGlobal(QPoint())), top->grab());
    }
    picture.save(QDir(m_pictures)
                     .filePath(QStringLiteral("%1-%2.png")
                                   .arg(++m_pictureCount, 2, 10, QLatin1Char('0'))
                                   .arg(name)));
}

const domain::FeedCard *Rep::current() const
{
    return m_model->rowCount() > 0 ? m_model->card(m_view->currentIndex().row()) : nullptr;
}

const domain::FeedCard *Rep::card(const base::Uuid &id) const
{
    return m_model->card(id);
}

int Rep::rows() const
{
    return m_model->rowCount();
}

const domain::FeedCard *Rep::cardAt(int row) const
{
    return m_model->card(row);
}

void Rep::goToRow(int row)
{
    while (m_view->currentIndex().row() != row)
        press(m_view->currentIndex().row() < row ? QStringLiteral("J") : QStringLiteral("K"));
}

domain::Lane Rep::lane() const
{
    return m_model->lane();
}

void Rep::goToLane(domain::Lane lane)
{
    m_view->setFocus();
    for (int i = 0; i < 5 && m_model->lane() != lane; ++i)
        press(QStringLiteral("Tab"));
    press(QStringLiteral("."));
    settle();
}

} // namespace topline::morning
