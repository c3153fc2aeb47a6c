package io.partnerflow.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: as the language has it, but not within <em>d’échéance</em>, since Java takes the apostrophe for the
 * end of a quotation, nor before the word that a Swedish quotation begins with, nor after the first letter of
 * <em>E-Mail</em>.
 */
final class LineBreaks implements FSTextBreaker {

    private final FSTextBreaker places;
    private String text = "";

    LineBreaks(Locale language) {
        places = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(language));
    }

    @Override
    public void setText(String text) {
        this.text = text;
        places.setText(text);
    }

    /** @return -1 after the last */
    @Override
    public int next() {
        var place = places.next();
        while (place != BreakIterator.DONE && isWithinWord(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean isWithinWord(int place) {
        if (place == 0 || place == text.length() || !Character.isLetterOrDigit(text.charAt(place))) {
            return false;
        }
        var before = text.charAt(place - 1);
        return before == '’' || before == '”' || before == '-' && place > 1 && isLoneLetter(place - 2);
    }

    private boolean isLoneLetter(int at) {
        return Character.isLetter(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }
}
