//! The locale files, wherever they come from.

use std::{fs, io, path::Path};

use include_dir::{Dir, include_dir};

use super::Flaw;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// One locale file.
#[derive(Debug, Clone)]
pub struct LocaleFile {
    /// The folder it lies in, in lower case, which names its language.
    pub language: String,
    /// Where to find it.
    pub path: String,
    /// What it says.
    pub source: String,
}

/// The words cannot be used as they are.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A locale file is wrong.
    #[error("{0}")]
    Flawed(Flaw),
    /// A locale file or folder cannot be read.
    #[error("{path} cannot be read")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// Why not.
        source: io::Error,
    },
}

/// The files that come with the bot.
pub fn embedded() -> Vec<LocaleFile> {
    let files = EMBEDDED.dirs().flat_map(Dir::files);
    files
        .filter_map(|file| {
            let path = Path::new("locales").join(file.path());
            LocaleFile::new(&path, file.contents_utf8()?.to_owned())
        })
        .collect()
}

/// The files in the folders of `directory`, always in the same order.
pub fn inside(directory: &Path) -> Result<Vec<LocaleFile>, WordsError> {
    let unreadable = |path: &Path| {
        let path = path.display().to_string();
        move |source| WordsError::Unreadable { path, source }
    };
    let list = |folder: &Path| -> Result<Vec<_>, WordsError> {
        let entries = fs::read_dir(folder).map_err(unreadable(folder))?;
        let paths = entries.map(|entry| Ok(entry.map_err(unreadable(folder))?.path()));
        let mut paths = paths.collect::<Result<Vec<_>, WordsError>>()?;
        paths.sort();
        Ok(paths)
    };

    let mut files = Vec::new();
    for folder in list(directory)?.iter().filter(|path| path.is_dir()) {
        for path in list(folder)?.iter().filter(|path| is_ftl(path)) {
            let source = fs::read_to_string(path).map_err(unreadable(path))?;
            files.extend(LocaleFile::new(path, source));
        }
    }
    Ok(files)
}

fn is_ftl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}

impl LocaleFile {
    /// The locale file at `path`, if its name is that of one.
    fn new(path: &Path, source: String) -> Option<Self> {
        let language = path.parent()?.file_name()?.to_str()?.to_lowercase();
        is_ftl(path).then(|| Self { language, path: path.display().to_string(), source })
    }

    /// The line of the file that byte `at` stands in, counted from one.
    pub fn line(&self, at: usize) -> usize {
        let before = self.source.get(..at).unwrap_or(&self.source);
        before.matches('\n').count() + 1
    }
}
