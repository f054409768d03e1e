package dev.stagedoor.preference;

import java.util.Locale;

/** A text in every supported language. */
interface LocalizedText {

    String en();

    String de();

    /** Returns the German text for German, otherwise the English one. */
    default String in(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? de() : en();
    }
}
