import Records

/// What is looked at before a run: that the tables it stands on are sound.
///
/// Our tables need not be checked again where their bytes are those that were checked when
/// they were described: a digest is compared, which takes a tenth of the time. A bank's own,
/// and those that nothing describes, are checked whole.
package enum TableGate {
  /// Every fault of the tables at some paths inside `mappings/`. O(bytes).
  package static func faults(of paths: [String], in folder: MappingsFolder) -> [ReferenceFault] {
    do throws(ReferenceFault) {
      var check: TableCheck?
      let package = try TablePackage(from: folder)
      var faults: [ReferenceFault] = []
      for path in Set(paths).sorted() {
        let layers = folder.layers(of: path)
        guard layers.count == 1, !layers[0].isOverlay, package.table(at: path)?.hash != nil else {
          if check == nil { check = try TableCheck(folder) }
          faults += check?.faults(of: path) ?? []
          continue
        }
        if let fault = package.fault(of: path, bytes: try MappingsFolder.bytes(of: layers[0])) {
          faults.append(fault.placed(at: layers[0].path))
        }
      }
      return faults
    } catch {
      return [error]
    }
  }
}
