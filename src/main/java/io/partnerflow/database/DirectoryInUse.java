package io.partnerflow.database;

import java.nio.file.Path;

/** Another application holds the directory the embedded database lives in. */
class DirectoryInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path directory) {
        super("another partnerflow works on " + directory);
    }
}
