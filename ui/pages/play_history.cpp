#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/hairline.h"
#include "ui/pages/play_parts.h"
#include "ui/pages/row_list.h"
#include "ui/text/line_diff.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::DiffKind;
using ui::text::fromUtf8;
using ui::text::lineDiff;

namespace {

constexpr int versionsTall = 3 * TwoLineDelegate::rowTall;

QColor fillOf(DiffKind kind, const Tokens &tokens)
{
    return kind == DiffKind::In ? tokens.greenSoft : tokens.redSoft;
}

} // namespace

PlayHistoryView::PlayHistoryView(QWidget *parent)
    : QWidget(parent)
    , m_list(new RowList(tr("Versions of the play"), this))
    , m_title(new QLabel(this))
    , m_diff(new QPlainTextEdit(this))
    , m_back(new Button(Button::Kind::Secondary, tr("Go back to this version"), this))
{
    m_list->setModel(&m_versions);
    m_list->setItemDelegate(
        new TwoLineDelegate([this](int row) { return m_versions.row(row).face; }, this));
    m_list->setMaximumHeight(versionsTall);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(typeSpec(Type::Dense).px);
    m_diff->setFont(mono);
    m_diff->setReadOnly(true);
    m_diff->setFrameShape(QFrame::NoFrame);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_diff->setTabChangesFocus(true);
    m_diff->setLayoutDirection(Qt::LeftToRight);
    m_diff->setAccessibleName(tr("What differs, line by line"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(look::font(Type::Dense));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(space::l, space::s, space::l, space::s);
    tools->addWidget(m_title, 1);
    tools->addWidget(m_back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addLayout(tools);
    layout->addWidget(m_diff, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlayHistoryView::refreshDiff);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        if (const auto *const version = chosen())
            Q_EMIT goBackWanted(version->version);
    });
}

const domain::PlayVersion *PlayHistoryView::chosen() const
{
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid() || at.row() >= static_cast<int>(m_history.versions.size()))
        return nullptr;
    return &m_history.versions[static_cast<std::size_t>(at.row())];
}

void PlayHistoryView::show(const domain::PlayHistory &history, const ui::text::Format &format)
{
    m_history = history;
    m_versions.apply(versionLines(history, format));
    // What was before is what one wants to see first.
    m_list->setCurrentIndex(m_versions.index(m_versions.rowCount() > 1 ? 1 : 0));
    refreshDiff();
}

void PlayHistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshDiff();
}

// The chosen version against the one in force; of the one in force, what it changed itself.
void PlayHistoryView::refreshDiff()
{
    const auto *const version = chosen();
    const auto &all = m_history.versions;
    const auto inForce = std::find_if(all.begin(), all.end(), [this](const auto &one) {
        return one.version == m_history.state.version;
    });
    m_back->setEnabled(version != nullptr && version->version != m_history.state.version);
    if (version == nullptr || inForce == all.end()) {
        m_diff->clear();
        m_title->clear();
        return;
    }
    const bool isInForce = version->version == inForce->version;
    const auto older = std::find_if(
        all.begin(), all.end(), [&](const auto &one) { return one.version < version->version; });
    const auto &from = isInForce && older != all.end() ? *older : *version;
    m_title->setText(
        from.version == inForce->version
            ? tr("Version %1, the first one").arg(from.version)
            : tr("From version %1 to version %2").arg(from.version).arg(inForce->version));
    const auto lines = lineDiff(fromUtf8(from.yaml), fromUtf8(inForce->yaml));
    QStringList text;
    for (const auto &line : lines)
        text += (line.kind == DiffKind::Same  ? QStringLiteral("  ")
                 : line.kind == DiffKind::Out ? QStringLiteral("\u2212 ")
                                              : QStringLiteral("+ ")) +
                line.text;
    m_diff->setPlainText(text.join(QLatin1Char('\n')));
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffKind::Same)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(fillOf(lines[i].kind, tokensFor(palette())));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(m_diff->document()->findBlockByNumber(static_cast<int>(i)));
        marks.append(mark);
    }
    m_diff->setExtraSelections(marks);
    if (!marks.isEmpty()) {
        m_diff->setTextCursor(marks.first().cursor);
        m_diff->centerCursor();
    }
}

} // namespace topline::pages
