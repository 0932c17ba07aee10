package dev.smtpdiag.diagnosis.login;

import java.text.Normalizer;

/**
 * How SASLprep (RFC 4013) sees a password. An approximation: the normal form and the classes of characters are those of this
 * Java, not those of Unicode 3.2, and the rules about directions of writing (RFC 3454 6) are left out.
 */
enum Preparation {
    /** ASCII, without controls: no server can read it in two ways. */
    PLAIN,
    /** Not ASCII, but the same before and after. */
    KEPT,
    /** The normal form KC is another text. */
    CHANGED,
    /** Characters that nobody sees are taken away, or become blanks. */
    INVISIBLE,
    /** Holds what must not be in it. */
    PROHIBITED;

    static Preparation of(String text) {
        boolean ascii = true;
        boolean invisible = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            ascii &= c < 127;
            if (isMapped(c)) {
                invisible = true;
            } else if (isProhibited(c)) {
                return PROHIBITED;
            }
        }
        if (invisible) {
            return INVISIBLE;
        }
        if (ascii) {
            return PLAIN;
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC) ? KEPT : CHANGED;
    }

    /** Blanks beyond ASCII (RFC 3454 C.1.2), and what maps to nothing (RFC 3454 B.1). */
    private static boolean isMapped(int c) {
        boolean space = c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
        boolean nothing = switch (c) {
            case 0x00AD, 0x034F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> true;
            default -> c >= 0xFE00 && c <= 0xFE0F;
        };
        return space || nothing;
    }

    /** RFC 3454 C.2 to C.9. */
    private static boolean isProhibited(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0x0340 || c == 0x0341 || c >= 0xFFF9 && c <= 0xFFFD || c >= 0x2FF0 && c <= 0x2FFB;
        };
    }
}
