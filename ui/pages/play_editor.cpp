#include "ui/pages/play_editor.h"

#include "ui/look/fonts.h"
#include "ui/look/paint.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int checkDelayMs = 250;
constexpr int digitsLeast = 3;

// Drawn by the editor, which knows where its lines stand; said by nothing.
class Numbers final : public QWidget {
public:
    explicit Numbers(PlayEditor *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintNumbers(event); }

private:
    PlayEditor *m_editor;
};

} // namespace

PlayEditor::PlayEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new Numbers(this))
    , m_delay(new QTimer(this))
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(typeSpec(Type::Dense).px);
    setFont(mono);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true); // YAML knows no tabs, and Tab leads on
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Text of the play"));
    m_delay->setSingleShot(true);
    m_delay->setInterval(checkDelayMs);
    connect(m_delay, &QTimer::timeout, this, &PlayEditor::changed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting)
            m_delay->start();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &PlayEditor::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    placeNumbers();
}

void PlayEditor::setDocumentText(const QString &text)
{
    m_isSetting = true;
    setPlainText(text);
    m_isSetting = false;
    m_delay->stop();
    setFault({});
}

void PlayEditor::setFault(const std::optional<base::Error> &fault)
{
    m_fault = fault;
    refreshMarks();
    m_numbers->update();
}

// The word at the fault's place, or its line where the place is not known to the column.
void PlayEditor::refreshMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_fault && m_fault->place && m_fault->place->line > 0) {
        const auto &place = *m_fault->place;
        const QTextBlock block = document()->findBlockByNumber(static_cast<int>(place.line) - 1);
        if (block.isValid()) {
            QTextEdit::ExtraSelection mark;
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(tokensFor(palette()).red);
            mark.cursor = QTextCursor(block);
            const int from =
                std::clamp(static_cast<int>(place.column) - 1, 0, std::max(0, block.length() - 2));
            mark.cursor.setPosition(block.position() + from);
            mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            marks.append(mark);
        }
    }
    setExtraSelections(marks);
}

void PlayEditor::goToFault()
{
    if (!m_fault || !m_fault->place || m_fault->place->line <= 0)
        return;
    const QTextBlock block =
        document()->findBlockByNumber(static_cast<int>(m_fault->place->line) - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    const int column = std::clamp(static_cast<int>(m_fault->place->column) - 1, 0,
                                  std::max(0, block.length() - 1));
    cursor.setPosition(block.position() + column);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

int PlayEditor::numbersWidth() const
{
    const auto digits = std::max<qsizetype>(digitsLeast, QString::number(blockCount()).size());
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(QLatin1Char('9')) +
           2 * space::s;
}

void PlayEditor::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

void PlayEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void PlayEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshMarks();
}

void PlayEditor::paintNumbers(QPaintEvent *event)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), t.panel);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    const auto faultLine = m_fault && m_fault->place ? m_fault->place->line : 0;
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal high = blockBoundingRect(block).height();
        const bool isFault = block.blockNumber() + 1 == faultLine;
        painter.setPen(isFault ? t.redText : t.text3);
        painter.drawText(QRectF(0, top, m_numbers->width() - space::s, high),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
        top += high;
        block = block.next();
    }
}

} // namespace topline::pages
