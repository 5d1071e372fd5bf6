extension Extract {
  /// Opens the extract for reading.
  package func reader(sizes: PieceSizes = PieceSizes()) throws(ReadFault) -> any ExtractReader {
    switch format {
    case .delimited(let format): DelimitedReader(self, format, sizes: sizes)
    case .fixedWidth(let format): try FixedWidthReader(self, format, sizes: sizes)
    case .workbook(let format): try WorkbookExtractReader(self, format)
    case .xml(let format): try XMLExtractReader(self, format)
    }
  }
}
